#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace quanke::gateway {

/// How far what the gateway has taken would outlive the loss of its disk. For any thread.
class Durability {
public:
    /// Whether there is to be a second copy. Where there is none, the only disk is all there is: what it holds is called
    /// durable.
    enum class Copies { One, Two };

    /// `epoch`: of the log, which does not change while the gateway runs.
    Durability(Copies copies, std::string epoch);

    const std::string &epoch() const { return m_epoch; }
    Copies copies() const { return m_copies; }
    /// What a receipt says of that position of the log: wire::receivedStage or durableStage.
    std::string_view stageOf(std::uint64_t position) const;
    /// Everything up to here is durable. `last` is the last position taken.
    std::uint64_t position(std::uint64_t last) const;
    /// A verified copy holds everything up to there. Never goes back.
    void reach(std::uint64_t position);

private:
    const Copies m_copies;
    const std::string m_epoch;
    std::atomic<std::uint64_t> m_position = 0; ///< of the copy
};

} // namespace quanke::gateway
