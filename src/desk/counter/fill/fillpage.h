#pragma once

#include "core/base/result.h"
#include "desk/counter/session/counterpage.h"

class QSplitter;

namespace quanke::desk {

class ActionButton;
class BottomBar;
class CaseSession;
class FormView;
class Outline;
class SidePane;
struct DeskContext;

/// Step 3: the one form, its outline at the left, what goes with it at the right.
class FillPage : public CounterPage {
    Q_OBJECT
public:
    FillPage(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    Step step() const override { return Step::Fill; }
    QString title() const override;
    StepState state() const override;
    void enter() override;
    void leave() override;
    QList<QWidget *> panes() const override;
    bool goOn() override;

    FormView *form() const { return m_form; }
    BottomBar *foot() const { return m_foot; }
    /// Brings a field into view with the focus in it: where "change" on the check page leads.
    void goToField(const std::string &key);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void addKeys();
    void rebuild();
    void showSaved();
    void showSaveFailure(const Failure &failure);
    void fitPanes();

    const DeskContext &m_context;
    CaseSession &m_session;
    Outline *m_outline;
    FormView *m_form;
    SidePane *m_side;
    QSplitter *m_splitter;
    BottomBar *m_foot;
    ActionButton *m_check;
    bool m_stale = true;
};

} // namespace quanke::desk
