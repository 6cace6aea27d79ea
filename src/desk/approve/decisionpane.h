#pragma once

#include "core/casework/casefile.h"
#include "desk/approve/reviewpoints.h"
#include "desk/casepart/caseacts.h"
#include "desk/casepart/unfinishedwork.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace quanke::desk {

class CorrectionItems;
class OutputsForm;
class DocumentAttachment;
struct DeskContext;

enum class Decision { Accept, Approve, Deny, Correct, Refuse };

/// What a department can do with a matter in its present state, and what each of these needs: a reason, what is
/// to be corrected, what the result brings.
class DecisionPane : public QWidget {
    Q_OBJECT
public:
    explicit DecisionPane(const DeskContext &context, QWidget *parent = nullptr);

    /// Offers what the state allows, and brings back what this person had begun at this matter.
    void show(const casework::CaseFile &file, const catalogue::Matter &matter);
    void choose(Decision decision);
    std::optional<Decision> decision() const;
    static std::vector<Decision> possible(const casework::CaseFile &file, const catalogue::Matter &matter);
    static QString nameOf(Decision decision);

    /// The act as it stands.
    WantedAct act(const PointMarks &marks) const;
    /// What is still missing here, in words; empty when nothing is. (The review points stand elsewhere.)
    QString missing() const;
    void focusFirstField();

Q_SIGNALS:
    void changed();
    void keepingFailed(const quanke::Failure &failure); ///< what was typed is not in the vault

private:
    QWidget *makeChoices();
    void makeFields();
    void offerChoices(const std::vector<Decision> &decisions);
    void offerClauses();
    void showFields();
    Json begun() const;
    void keepBegun();
    void bring(const Json &begun);

    const DeskContext &m_context;
    casework::CaseFile m_file;
    UnfinishedWork m_work;
    std::string m_stage; ///< state and round that are shown
    Json m_blank; ///< begun() before anything was typed
    bool m_setsUp = false; ///< what changes is not typed
    const catalogue::Matter *m_matter = nullptr;
    QButtonGroup *m_choices;
    QGridLayout *m_grid = nullptr;
    std::map<Decision, QWidget *> m_buttons;
    QComboBox *m_clause;
    QPlainTextEdit *m_reason;
    CorrectionItems *m_items;
    OutputsForm *m_outputs;
    DocumentAttachment *m_document;
};

} // namespace quanke::desk
