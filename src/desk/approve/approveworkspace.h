#pragma once

#include "core/casework/casefile.h"
#include "desk/approve/decisionpane.h"
#include "desk/casepart/caseacts.h"
#include "desk/casepart/leasekeeper.h"
#include "desk/casepart/standing.h"
#include "desk/casepart/unfinishedwork.h"
#include "desk/casepart/valuewords.h"
#include "desk/common/workspace.h"

#include <optional>
#include <string>

class QScrollArea;

namespace quanke::desk {

class ActionButton;
class BottomBar;
class PaneHead;
class PartPane;
class PurposeForm;
class ReviewPoints;
class WorkPane;
struct CaseRow;
struct DeskContext;

/// 审批: the department's work list, its part of a case, the review points and the decision.
class ApproveWorkspace : public Workspace {
    Q_OBJECT
public:
    explicit ApproveWorkspace(const DeskContext &context, QWidget *parent = nullptr);

    void activate() override;
    QList<QWidget *> panes() const override;
    bool stepBack() override;
    bool openCase(const QString &caseId) override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeRight();
    void makeFoot();
    void follow();
    void open(const CaseRow &row);
    void load(const std::string &caseId, const std::string &matter);
    void take(const Result<casework::CaseFile> &view, const std::string &matter);
    void showNothing(const QString &why);
    void showCase();
    void showOthers();
    void showPoints();
    void bringMarks(const Json &kept);
    void showState();
    QString hindrance() const;
    void confirm();
    void perform();
    void showNext();
    void goOnAfterAct();
    const casework::SubCase &subCase() const { return m_file->subCases.at(m_matter->id); }

    const DeskContext &m_context;
    CaseActs m_acts;
    Standings m_standings;
    ValueWords m_words;
    UnfinishedWork m_marked; ///< review points
    LeaseKeeper m_lease; ///< once something was marked or typed
    WorkPane *m_work;
    PartPane *m_part;
    PurposeForm *m_purpose; ///< in its place while it asks
    QScrollArea *m_pointsArea;
    PaneHead *m_pointsHead;
    ReviewPoints *m_points;
    DecisionPane *m_decision;
    BottomBar *m_foot;
    ActionButton *m_correct;
    ActionButton *m_decide;
    std::optional<casework::CaseFile> m_file;
    const catalogue::Matter *m_matter = nullptr;
    std::string m_wanted; ///< the case being loaded
    bool m_hasChangedUnseen = false; ///< the case that is shown, while the workspace was not
    /// The matter acted on last, and its place in the list: when it is gone, the next one is opened.
    struct ActedOn {
        std::string caseId;
        std::string matter;
        int row = 0;
    };
    std::optional<ActedOn> m_actedOn;
};

} // namespace quanke::desk
