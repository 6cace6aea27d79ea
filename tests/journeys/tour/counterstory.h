#pragma once

#include "journeys/tour/deskdriver.h"

#include <QString>

#include <functional>
#include <vector>

namespace quanke::journeys {

/// One named step of a story.
struct StoryStep {
    QString name;
    std::function<void()> act;
    QString picture; ///< the picture's name, empty for none
};

/// Which matters of the bundle are ticked: the mandatory ones (named), or all.
enum class Ticks { Named, All };

/// A case from "what do you need?" to the receipt, at the counter: every step a person would take.
class CounterStory {
public:
    struct Setup {
        QString search; ///< what is typed into the search box: "klg"
        Ticks ticks = Ticks::All;
        Json values;
        QString documentFolder; ///< where sample documents are written
        QStringList named{}; ///< the matters' ids for Ticks::Named
    };

    CounterStory(DeskDriver &desk, Setup setup);

    /// To be acted in their order: find, tailor, fill, hand in, check, push.
    std::vector<StoryStep> steps();
    void find();
    void tailor();
    QString number() const { return m_number; } ///< of the case, once pushed

private:
    void fill();
    void handIn();
    void check();
    void push();

    DeskDriver &m_desk;
    Setup m_setup;
    QString m_number;
};

} // namespace quanke::journeys
