#pragma once

#include "desk/common/workspace.h"
#include "desk/counter/session/casesession.h"
#include "desk/counter/session/counterpage.h"
#include "desk/counter/session/opendraftmark.h"

#include <functional>
#include <vector>

class QStackedWidget;

namespace quanke::desk {

class ActionButton;
class ElidedLabel;
class StepBar;
struct DeskContext;

/// 收件: from "what do you need?" to the receipt, one page per step over one CaseSession.
class CounterWorkspace : public Workspace {
    Q_OBJECT
public:
    explicit CounterWorkspace(const DeskContext &context, QWidget *parent = nullptr);
    ~CounterWorkspace() override;

    void activate() override;
    QList<QWidget *> panes() const override;
    bool stepBack() override;

    CaseSession &session() { return m_session; }
    /// Goes to that step, if it has a page and can be reached.
    void goTo(Step step);
    CounterPage *page(Step step) const; ///< null when there is none

private:
    void addPages();
    void add(CounterPage *page);
    void addKeys();
    void showNotice();
    void handOver();
    void show(CounterPage *page);
    void showHead();
    void showServed();
    CounterPage *current() const;
    void goBy(int steps);

    const DeskContext &m_context;
    CaseSession m_session;
    OpenDraftMark m_mark;
    bool m_tookUp = false; ///< the case on the table was brought back after a crash
    ElidedLabel *m_title;
    ElidedLabel *m_second;
    ActionButton *m_handOver;
    StepBar *m_steps;
    QStackedWidget *m_stack;
    std::vector<CounterPage *> m_pages;
};

} // namespace quanke::desk
