#pragma once

#include "journeys/tour/deskdriver.h"

#include <functional>

namespace quanke::journeys {

/// What a story stands on that has several desks one after the other, each with a data folder of its own.
struct StorySetup {
    QUrl gateway;
    Language language = Language::Chinese;
    desk::Appearance appearance;
    QString documentFolder; ///< where sample documents are written
    /// Something to look at, and what to call it.
    std::function<void(DeskDriver &, const QString &)> picture = [](DeskDriver &, const QString &) {};
};

} // namespace quanke::journeys
