#pragma once

#include "core/casework/casefile.h"
#include "core/form/form.h"
#include "desk/casepart/caseacts.h"
#include "desk/casepart/leasekeeper.h"
#include "desk/casepart/unfinishedwork.h"
#include "desk/casepart/valuewords.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>

class QScrollArea;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;
class Banner;
class DocumentAttachment;
class ElidedLabel;
class FieldRow;
class BottomBar;
struct DeskContext;

/// What a department asked to be corrected, and nothing else: each field and material with the reason, checked
/// by the case's own form as it is typed, sent as one act.
class SupplementForm : public QWidget {
    Q_OBJECT
public:
    SupplementForm(const DeskContext &context, CaseActs &acts, QWidget *parent = nullptr);
    ~SupplementForm() override;

    void begin(const casework::CaseFile &file, const std::string &matter);
    void focusFirstField();
    /// The case has changed: says so when it was handed to another window meanwhile.
    void follow(const casework::CaseFile &now);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

Q_SIGNALS:
    void done(); ///< sent, or given up

private:
    void makeLease();
    void showAnother(const casework::Lease &lease);
    void addItem(const casework::CorrectionItem &item);
    QWidget *makeField(const std::string &key);
    QWidget *makeMaterial(const std::string &key);
    void take(const std::string &key, const Json &value);
    void showProblems(const std::string &key);
    void showState();
    bool isComplete() const;
    Json values() const;
    Json mended() const; ///< of them only what was changed; null for nothing
    void bring(const Json &mended);
    WantedAct act() const;
    void send();

    const DeskContext &m_context;
    CaseActs &m_acts;
    ValueWords m_words;
    std::optional<casework::CaseFile> m_file;
    const catalogue::Matter *m_matter = nullptr;
    std::optional<form::FormState> m_state;
    UnfinishedWork m_work;
    LeaseKeeper m_lease; ///< while this can be seen
    QMetaObject::Connection m_linkWatch; ///< while somebody else works on it
    bool m_anotherWorks = false;
    Json m_blank; ///< values() before anything was mended
    bool m_setsUp = false; ///< what changes is not typed
    std::map<std::string, FieldRow *> m_fields;
    std::map<std::string, DocumentAttachment *> m_materials;
    Banner *m_another; ///< who else works on it
    ActionButton *m_takeOver; ///< in it
    ElidedLabel *m_title;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_items = nullptr;
    BottomBar *m_foot;
    ActionButton *m_send;
};

} // namespace quanke::desk
