#pragma once

#include "core/casework/casefile.h"
#include "desk/counter/push/casepusher.h"
#include "desk/counter/session/counterpage.h"

#include <vector>

class QLabel;
class QSplitter;
class QTableView;
class QVBoxLayout;

namespace quanke::desk {

class ActionButton;
class Banner;
class BottomBar;
class ElidedLabel;
class PaneHead;
class ParcelModel;
class WholeForm;
struct DeskContext;
struct PromisedMaterial;

/// Step 5: everything once more as the applicant will sign it, what each department gets and by when, what is promised
/// for later; then the push.
class CheckPage : public CounterPage {
    Q_OBJECT
public:
    CheckPage(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    Step step() const override { return Step::Check; }
    QString title() const override;
    StepState state() const override;
    void enter() override;
    QList<QWidget *> panes() const override;
    bool stepBack() override;
    bool goOn() override;

Q_SIGNALS:
    /// "Change", or a problem: the field to go to.
    void fieldWanted(const QString &key);

private:
    QWidget *makeLeft();
    QWidget *makeRight();
    void makeFoot();
    void showProblems();
    void showPromised(const std::vector<PromisedMaterial> &promised);
    void showParcel();
    void lookForAlike();
    void showAlike(const std::vector<const casework::CaseFile *> &cases);
    void confirm();
    void showFailure(const Failure &failure);
    int errors() const;

    const DeskContext &m_context;
    CaseSession &m_session;
    CasePusher m_pusher;
    PaneHead *m_head;
    Banner *m_banner;
    Banner *m_alike; ///< the same may have been applied for already
    WholeForm *m_whole;
    ParcelModel *m_model;
    QTableView *m_table;
    ElidedLabel *m_sees;
    QVBoxLayout *m_promised;
    QLabel *m_fee;
    BottomBar *m_foot;
    ActionButton *m_push;
};

} // namespace quanke::desk
