#pragma once

#include "journeys/tour/casedrawing.h"
#include "journeys/tour/counterstory.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace quanke::journeys {

/// One case at two real desks that do not know of each other: the clerk at window 3 receives it, a department asks for a
/// correction; both windows supplement it, one after taking it over, the other without having heard of that; a
/// supervisor sees the two versions side by side, chooses the late one, and hands the case to window 2.
class TwoDesks {
public:
    struct Setup {
        CounterStory::Setup received;
        DeskDriver::Setup second; ///< the desk at window 2; the first is at window 3
    };

    TwoDesks(DeskDriver &first, const Clock &clock, Setup setup);
    ~TwoDesks();

    /// To be acted in their order, each once; the pictures are of the first desk.
    std::vector<StoryStep> steps();
    const QString &number() const { return m_number; } ///< of the case, once received
    DeskDriver &second() { return *m_second; }

private:
    void add(const QString &name, std::function<void()> act, const QString &picture = {});
    void askForCorrection();
    void beginAtTheSecond();
    void beginAtTheFirst();
    void takeOverAndSend();
    void sendAtTheSecond();
    void compare();
    void chooseTheLateOne();
    void beginToHandOver();
    void handOver();

    DeskDriver &m_first;
    const Clock &m_clock;
    Setup m_setup;
    std::unique_ptr<DeskDriver> m_second;
    QString m_number;
    std::vector<StoryStep> m_steps;
};

} // namespace quanke::journeys
