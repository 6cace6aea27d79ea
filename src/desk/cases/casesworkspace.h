#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/caseacts.h"
#include "desk/casepart/standing.h"
#include "desk/common/workspace.h"

#include <optional>
#include <string>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace quanke::desk {

class ActionButton;
class Banner;
class BottomBar;
class CaseDetails;
class CasesPane;
class ConflictForm;
class ElidedLabel;
class FlowView;
class PurposeForm;
class StatusLight;
class SupplementForm;
struct CaseRow;
struct DeskContext;

/// 在办: the cases, the drawing of the one selected, the matter at the cursor.
class CasesWorkspace : public Workspace {
    Q_OBJECT
public:
    explicit CasesWorkspace(const DeskContext &context, QWidget *parent = nullptr);

    void activate() override;
    QList<QWidget *> panes() const override;
    bool stepBack() override;
    bool openCase(const QString &caseId) override;

private:
    QWidget *makeCentre();
    QWidget *makeDrawing();
    QWidget *makeHead();
    void makeKeys();
    void follow();
    void open(const CaseRow &row);
    bool isInHand(const casework::CaseFile &file) const;
    void askPurpose(const casework::CaseFile &file);
    void showTold(const CaseRow &row, const Result<Done> &told);
    void showCase();
    void chooseWhatIsReturned();
    void showUnsent(const CaseRow &row);
    void showTrouble();
    void showStates();
    bool showConflict();
    void showLegend();
    void supplement(const std::string &matter);
    void compare();

    const DeskContext &m_context;
    CaseActs m_acts;
    Standings m_standings;
    CasesPane *m_cases;
    ElidedLabel *m_title;
    ElidedLabel *m_number;
    StatusLight *m_lease; ///< who else works on it
    QStackedWidget *m_stack;
    QLabel *m_message;
    FlowView *m_flow;
    Banner *m_trouble;
    ActionButton *m_compare; ///< in the banner
    SupplementForm *m_supplement;
    ConflictForm *m_conflict;
    PurposeForm *m_purpose;
    CaseDetails *m_details;
    BottomBar *m_foot;
    QHBoxLayout *m_legend;
    std::optional<casework::CaseFile> m_file;
    std::string m_contested; ///< the conflict that the banner tells of
    std::string m_wanted; ///< to be opened as soon as it is known
};

} // namespace quanke::desk
