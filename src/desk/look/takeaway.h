#pragma once

#include <QLayout>
#include <QWidget>

#include <memory>

namespace quanke::desk {

/// Takes a widget away at once, out of its parent and its layout; null is fine. For parts that are made anew: were
/// they to go later, both would be there for a while. (Not "destroy": inside a widget's member that is QWidget's own,
/// which takes the pointer for a bool.)
inline void takeAway(QWidget *widget)
{
    const std::unique_ptr<QWidget> gone(widget);
}

/// Empties a layout, the layouts in it too. What stood there is out of sight and out of its parent at once and deleted
/// once control returns, for the button that was pressed may be among it.
inline void emptyOut(QLayout &layout)
{
    while (const std::unique_ptr<QLayoutItem> item{layout.takeAt(0)}) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            emptyOut(*inner);
        }
    }
}

} // namespace quanke::desk
