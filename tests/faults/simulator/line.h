#pragma once

#include "faults/simulator/hall.h"

#include <deque>
#include <random>

namespace quanke::faults {

/// How a line treats what is sent.
enum class Weather {
    Fair,
    Rough, ///< requests and answers are lost, come twice, or come when nobody waits for them any more
    Cut
};

/// A desk's line to the hall. What becomes of each request depends on the seed alone, and on how many there were before.
class Line {
public:
    Line(Hall &hall, unsigned seed);

    QNetworkAccessManager &network() { return m_network; }
    void setWeather(Weather weather) { m_weather = weather; }
    /// Nobody is at the hall's end.
    void setHallAway(bool isAway) { m_isHallAway = isAway; }
    /// What was held up arrives now; its answers find nobody.
    void deliverLate();

private:
    QNetworkReply *carry(const test::FakeAccessManager::Asked &asked);

    Hall &m_hall;
    test::FakeAccessManager m_network;
    std::mt19937 m_random;
    Weather m_weather = Weather::Fair;
    bool m_isHallAway = false;
    std::deque<test::FakeAccessManager::Asked> m_late;
};

} // namespace quanke::faults
