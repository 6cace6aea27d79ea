#pragma once

#include "journeys/tour/storysetup.h"

namespace quanke::journeys {

/// A case reaches a hall whose second copy cannot be written just now, and the clerk looks at how it stands: on the
/// receipt's page and in the list of what waits.
class ReceivedStory {
public:
    /// The gateway of the setup keeps a second copy, in a folder that is not there.
    ReceivedStory(StorySetup setup, const Clock &clock);

    void push();
    void look();

private:
    StorySetup m_setup;
    DeskDriver m_desk;
};

} // namespace quanke::journeys
