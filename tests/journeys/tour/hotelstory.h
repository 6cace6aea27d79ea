#pragma once

#include "journeys/tour/casedrawing.h"
#include "journeys/tour/counterstory.h"
#include "journeys/tour/exitwindow.h"
#include "journeys/tour/reviewer.h"

#include <optional>
#include <vector>

namespace quanke::journeys {

/// 开办旅馆 with all thirteen matters, from "klg" to the last paper in the applicant's hands; everybody sits down at
/// the real desk one after the other: the clerk receives, thirteen departments decide stage by stage, the exit
/// window hands over what is ready, and later the rest.
class HotelStory {
public:
    struct Setup {
        QString documentFolder; ///< where sample documents are written
        QString slip{}; ///< where the collection slip's PDF goes; empty: nowhere
    };

    HotelStory(DeskDriver &desk, const Clock &clock, Setup setup);

    /// To be acted in their order, each once.
    std::vector<StoryStep> steps();
    QString number() const { return m_counter.number(); } ///< of the case, once pushed

private:
    void add(const QString &name, std::function<void()> act, const QString &picture = {});
    void addReceiving();
    void addLicence();
    void addDecision(const char *matter);
    void addFirstHandOver();
    void addLights();
    void addSpecialTradeLicence();
    void addSecondHandOver();
    Reviewer &reviewer();
    CaseDrawing drawing() { return {m_desk, number()}; }
    ExitWindow exitWindow() { return {m_desk, number()}; }

    DeskDriver &m_desk;
    const Clock &m_clock;
    Setup m_setup;
    CounterStory m_counter;
    std::optional<Reviewer> m_reviewer;
    std::vector<StoryStep> m_steps;
};

} // namespace quanke::journeys
