#include "gateway/uploads/bodyroom.h"

namespace quanke::gateway {

namespace {

constexpr int secondsUntilOthersEnded = 1;

} // namespace

BodyRoom::BodyRoom(std::size_t bytes)
    : m_left(bytes)
{
}

std::shared_ptr<BodyRoom::Part> BodyRoom::part()
{
    return std::make_shared<Part>(*this);
}

BodyRoom::Part::Part(BodyRoom &room)
    : m_room(room)
{
}

BodyRoom::Part::~Part()
{
    m_room.m_left += m_taken;
}

Result<Done> BodyRoom::Part::take(std::size_t bytes)
{
    auto left = m_room.m_left.load();
    do {
        if (left < bytes) {
            return Failure{"request.no-room", {{"retryAfter", secondsUntilOthersEnded}}, {}};
        }
    } while (!m_room.m_left.compare_exchange_weak(left, left - bytes));
    m_taken += bytes;
    return Done{};
}

} // namespace quanke::gateway
