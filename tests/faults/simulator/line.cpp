#include "faults/simulator/line.h"

#include <utility>

namespace quanke::faults {

Line::Line(Hall &hall, unsigned seed)
    : m_hall(hall)
    , m_random(seed)
{
    m_network.setAnswer([this](const test::FakeAccessManager::Asked &asked) { return carry(asked); });
}

QNetworkReply *Line::carry(const test::FakeAccessManager::Asked &asked)
{
    if (m_isHallAway || m_weather == Weather::Cut) {
        return m_network.error(asked);
    }
    // Of a hundred: 15 are lost, of 15 the answer, 5 are late, 15 come twice.
    const auto fate = m_weather == Weather::Fair ? 99 : m_random() % 100;
    if (fate < 15) {
        return m_network.error(asked, QNetworkReply::RemoteHostClosedError);
    }
    if (fate < 20) {
        m_late.push_back(asked);
        return m_network.error(asked, QNetworkReply::OperationCanceledError);
    }
    auto answer = m_hall.ask(asked);
    if (fate < 35) {
        return m_network.error(asked, QNetworkReply::RemoteHostClosedError);
    }
    return m_network.payload(asked, fate < 50 ? m_hall.ask(asked) : std::move(answer));
}

void Line::deliverLate()
{
    for (const auto &asked : std::exchange(m_late, {})) {
        if (!m_isHallAway) {
            static_cast<void>(m_hall.ask(asked));
        }
    }
}

} // namespace quanke::faults
