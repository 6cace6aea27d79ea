#include "gateway/backup/durability.h"

#include "core/wire/protocol.h"

#include <utility>

namespace quanke::gateway {

Durability::Durability(Copies copies, std::string epoch)
    : m_copies(copies)
    , m_epoch(std::move(epoch))
{
}

std::string_view Durability::stageOf(std::uint64_t position) const
{
    return m_copies == Copies::One || position <= m_position ? wire::durableStage : wire::receivedStage;
}

std::uint64_t Durability::position(std::uint64_t last) const
{
    return m_copies == Copies::One ? last : m_position.load();
}

void Durability::reach(std::uint64_t position)
{
    std::uint64_t before = m_position;
    while (before < position && !m_position.compare_exchange_weak(before, position)) { }
}

} // namespace quanke::gateway
