#pragma once

#include <chrono>
#include <cstdint>

namespace quanke::link {

/// How quickly bytes arrive at the gateway, from the last pieces that did, and what follows for the next. It knows no clock.
class TransferRate {
public:
    /// That much was acknowledged after so long.
    void arrived(std::uint64_t bytes, std::chrono::nanoseconds took);
    /// A piece was lost on its way: until some arrive again they are smaller.
    void lost();

    /// 0 while nothing is known.
    double bytesPerSecond() const;
    /// What takes about two seconds, from 16 KiB to 4 MiB; of a document of `whole` bytes no more than an eighth, so that pieces overlap.
    std::uint64_t pieceLength(std::uint64_t whole) const;
    /// How many pieces may be under way at once: one where the line is the bottleneck, and what waits for it must not wait
    /// behind much; several where each would wait for the disk behind the last.
    int piecesAtOnce() const;
    /// How long nothing may be heard before the line is said to hang: what two pieces take, since the buffers on the way may
    /// swallow a whole one at once, from 10 s to the 30 s after which a request is given up.
    std::chrono::milliseconds patience() const;

private:
    double m_bytes = 0; ///< lately, older ones counting less
    double m_seconds = 0;
    std::uint64_t m_most = 0; ///< after losses; 0: no bound
};

} // namespace quanke::link
