#pragma once

#include "desk/counter/session/counterpage.h"

#include <QTabBar>

#include <vector>

namespace quanke::desk {

/// The counter's steps as tabs, one line high: a tick where a step is done, its count behind its name.
class StepBar : public QTabBar {
    Q_OBJECT
public:
    explicit StepBar(QWidget *parent = nullptr);

    void addStep(Step step, const QString &title);
    void setState(Step step, const StepState &state);
    void setCurrent(Step step);

Q_SIGNALS:
    void chosen(quanke::desk::Step step);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    int indexOf(Step step) const;
    void paintTab(QPainter &painter, int index) const;

    struct Tab {
        Step step;
        StepState state;
    };
    std::vector<Tab> m_tabs;
};

} // namespace quanke::desk
