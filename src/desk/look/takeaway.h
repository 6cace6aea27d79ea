#pragma once

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

} // namespace quanke::desk
