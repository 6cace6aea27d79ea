#pragma once

#include "desk/look/textroles.h"

class QHBoxLayout;

namespace quanke::desk {

class StatusLight;

/// The bar at the foot of a workspace: at its left what is known (saved at, nothing wrong), at its right what
/// can be done, the primary key last.
class BottomBar : public Pane {
    Q_OBJECT
public:
    explicit BottomBar(QWidget *parent = nullptr);

    StatusLight *light() const { return m_light; }
    void setSecondText(const QString &text);
    /// Widgets of a page at the left instead of the light.
    void addLeft(QWidget *widget);
    void addRight(QWidget *widget);
    /// A thin line between groups of buttons.
    void addRightLine();

private:
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
    StatusLight *m_light;
    QLabel *m_second;
};

} // namespace quanke::desk
