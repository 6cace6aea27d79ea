#include "gateway/http/readpace.h"

#include <algorithm>
#include <chrono>

namespace quanke::gateway {

namespace {

constexpr double mostAtOnce = 1000;
constexpr double aSecond = 20;
constexpr int pause = 5; // seconds: a hundred more, instead of one and a refusal again

} // namespace

ReadPace::ReadPace(const Clock &clock)
    : m_clock(clock)
{
}

Result<Done> ReadPace::take(const std::string &operatorName)
{
    const auto now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    auto &allowance = m_allowances.try_emplace(operatorName, Allowance{mostAtOnce, now}).first->second;
    const std::chrono::duration<double> passed = now - allowance.at;
    // A clock that was set back takes nothing away, nor does it give the same seconds twice.
    allowance.left = std::min(mostAtOnce, allowance.left + std::max(0.0, passed.count()) * aSecond);
    allowance.at = std::max(now, allowance.at);
    if (allowance.left < 1) {
        return Failure{"request.too-often", {{"retryAfter", pause}}, {}};
    }
    allowance.left -= 1;
    return Done{};
}

} // namespace quanke::gateway
