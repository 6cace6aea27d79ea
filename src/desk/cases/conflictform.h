#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/caseacts.h"
#include "desk/cases/versions.h"

#include <QWidget>

#include <optional>
#include <string>

class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace quanke::desk {

class ActionButton;
class BottomBar;
class ElidedLabel;
struct DeskContext;

/// Two versions of one matter side by side: who, when, at which window, and what differs. Everybody who sees the case
/// may look; a supervisor who had no hand in it chooses, with a reason. Nothing of either is lost.
class ConflictForm : public QWidget {
    Q_OBJECT
public:
    ConflictForm(const DeskContext &context, CaseActs &acts, QWidget *parent = nullptr);

    /// `late` names the conflict.
    void begin(const casework::CaseFile &file, const std::string &late);
    const std::string &late() const { return m_late; }

Q_SIGNALS:
    void done(); ///< chosen, or left

private:
    void makeFoot();
    QWidget *makeChoice();
    void showVersions(const casework::Conflict &conflict);
    void addHead(int column, const QString &name, const VersionHead &head, bool isChosen);
    void addRow(const VersionRow &row);
    void showChoice(const casework::Conflict &conflict);
    QString choiceWords(bool isOpen) const;
    QString chosenWords() const; ///< by whom and when
    WantedAct choiceOf(const std::string &version, const std::string &reason) const;
    void choose(const std::string &version);
    void showReason();

    const DeskContext &m_context;
    CaseActs &m_acts;
    std::optional<casework::CaseFile> m_file;
    std::string m_late;
    std::string m_standing; ///< the version that stands unless the late one is chosen
    std::optional<Failure> m_objection; ///< why this person does not choose
    bool m_mayTakeLate = false;
    ElidedLabel *m_title;
    QLabel *m_hint;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr;
    QGridLayout *m_grid = nullptr;
    QLineEdit *m_reason;
    QWidget *m_choice; ///< holds the reason
    ActionButton *m_keep;
    ActionButton *m_take;
    BottomBar *m_foot;
};

} // namespace quanke::desk
