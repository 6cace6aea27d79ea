#include "link/transferrate.h"

#include <algorithm>

namespace quanke::link {

namespace {

constexpr std::uint64_t smallest = 16 * 1024;
constexpr std::uint64_t first = 64 * 1024; ///< while nothing is known
constexpr std::uint64_t smallestOfMany = 256 * 1024;
constexpr std::uint64_t largest = 4 * 1024 * 1024;
constexpr double secondsPerPiece = 2;
constexpr double quick = 1024 * 1024; ///< bytes per second
constexpr double oldOnesCount = 0.7;
constexpr std::chrono::milliseconds leastPatience{10'000};
constexpr std::chrono::milliseconds mostPatience{30'000}; ///< and while nothing is known
constexpr int atOnce = 3; ///< of the six connections that Qt has to a host

} // namespace

void TransferRate::arrived(std::uint64_t bytes, std::chrono::nanoseconds took)
{
    m_bytes = m_bytes * oldOnesCount + double(bytes);
    m_seconds = m_seconds * oldOnesCount + std::chrono::duration<double>(took).count();
    m_most = m_most >= largest / 2 ? 0 : m_most * 2;
}

void TransferRate::lost()
{
    m_most = std::max(smallest, pieceLength(largest * 8) / 2);
}

double TransferRate::bytesPerSecond() const
{
    return m_seconds > 0 ? m_bytes / m_seconds : 0;
}

std::uint64_t TransferRate::pieceLength(std::uint64_t whole) const
{
    const double rate = bytesPerSecond();
    auto length = rate > 0
        ? std::uint64_t(std::clamp(rate * secondsPerPiece, double(smallest), double(largest)))
        : first;
    length = std::min(length, std::max(smallestOfMany, whole / 8));
    return m_most > 0 ? std::min(length, m_most) : length;
}

int TransferRate::piecesAtOnce() const
{
    return bytesPerSecond() >= quick && m_most == 0 ? atOnce : 1;
}

std::chrono::milliseconds TransferRate::patience() const
{
    const double rate = bytesPerSecond();
    if (rate <= 0) {
        return mostPatience;
    }
    const double twoPieces = 2.0 * double(pieceLength(largest * 8)) / rate;
    return std::chrono::milliseconds(std::int64_t(
        std::clamp(twoPieces * 1000, double(leastPatience.count()), double(mostPatience.count()))));
}

} // namespace quanke::link
