#include "link/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace quanke::link {

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most)
    : m_first(first)
    , m_most(most)
    , m_delay(first)
{
}

std::chrono::milliseconds Backoff::next(std::chrono::milliseconds atLeast)
{
    const qint64 half = m_delay.count() / 2;
    const std::chrono::milliseconds wait(half + QRandomGenerator::global()->bounded(qint64(half + 1)));
    m_delay = std::min(m_most, m_delay * 2);
    return std::max(atLeast, wait);
}

} // namespace quanke::link
