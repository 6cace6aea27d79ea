#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/caselist.h"
#include "desk/casepart/standing.h"
#include "desk/look/textroles.h"
#include "vault/outbox.h"

#include <array>
#include <string>
#include <vector>

class QButtonGroup;
class QLineEdit;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;
class ExportLine;
class PersonSearch;
struct DeskContext;

/// The cases this desk knows: one's own, the window's, the hall's; those that were pushed and still wait to be
/// sent stand first.
class CasesPane : public Pane {
    Q_OBJECT
public:
    explicit CasesPane(const DeskContext &context, QWidget *parent = nullptr);

    void refresh();
    CaseList *list() const { return m_list; }
    QLineEdit *search() const { return m_search; }
    const casework::CaseFile *file(const std::string &caseId) const; ///< null when it is not known yet
    const std::vector<casework::CaseFile> &files() const { return m_files; } ///< all that are known
    /// Worked on by who sits here, held by them, or of this window.
    bool isOurs(const casework::CaseFile &file) const;
    int openCount() const; ///< one's own that are not finished

Q_SIGNALS:
    void refreshed();

private:
    enum class Scope { Own, Window, Hall };
    bool fits(const casework::CaseFile &file, Scope scope) const;
    void makeScopes(QVBoxLayout *layout);
    void show();
    CaseRow rowOf(const casework::CaseFile &file) const;
    CaseRow rowOf(const vault::OutboxEntry &entry) const;
    void makeExport(QVBoxLayout *layout);
    /// What the list shows, with the number whole and the window beside it.
    std::vector<QStringList> table() const;
    QString searchedText(const casework::CaseFile &file) const;

    const DeskContext &m_context;
    Standings m_standings;
    std::vector<casework::CaseFile> m_files;
    std::vector<vault::OutboxEntry> m_unsent;
    QLineEdit *m_search;
    PersonSearch *m_persons;
    QButtonGroup *m_scopes;
    std::array<ActionButton *, 3> m_scopeButtons{};
    CaseList *m_list;
    ExportLine *m_export = nullptr; ///< for those who may
};

} // namespace quanke::desk
