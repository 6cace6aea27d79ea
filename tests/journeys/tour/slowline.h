#pragma once

#include "journeys/tour/storysetup.h"
#include "support/hostileproxy.h"

#include <QString>

namespace quanke::journeys {

/// A case with its documents leaves over a line that is slow, and the clerk looks at how it fares: on the receipt's page,
/// in the list of what waits, in the top bar.
class SlowLine {
public:
    SlowLine(StorySetup setup, const Clock &clock);

    /// From then on the line brings so many bytes a second.
    void push(int bytesPerSecond);
    /// Looks at it once it is told how long it will take.
    void look();
    void setBytesPerSecond(int most) { m_line.setBytesPerSecond(most); }
    void arrive(); ///< the line is quick again

    /// What each place says just now; empty where nothing shows.
    struct Words {
        QString onTheReceipt;
        QString inTheOutbox;
        QString inTheBar;
    };
    Words words();
    DeskDriver &desk() { return m_desk; }
    const QString &number() const { return m_number; } ///< of the case, once pushed

private:
    StorySetup m_setup;
    test::HostileProxy m_line;
    DeskDriver m_desk;
    QString m_number;
};

} // namespace quanke::journeys
