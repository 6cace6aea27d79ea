#pragma once

#include "core/schema/check.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace quanke::engine {

using FieldId = std::uint16_t;
constexpr FieldId noField = 0xFFFF;

/// A schema over the keys of a form, compiled: what `if` asks.
struct Condition {
    enum class Kind : std::uint8_t {
        Always,
        Never,
        All,
        Any,
        Not, ///< of the only part
        Present, ///< the field has a value
        Fits ///< the field is absent, or its value satisfies the node
    };
    Kind kind = Kind::Always;
    FieldId field = noField;
    const schema::Node *node = nullptr;
    std::vector<Condition> parts{};
};

/// `valueOf` gives a field's value, null where it is absent or not relevant.
template <class ValueOf>
bool holds(const Condition &condition, const ValueOf &valueOf)
{
    const auto below = [&](const Condition &part) { return holds(part, valueOf); };
    switch (condition.kind) {
    case Condition::Kind::Always:
        return true;
    case Condition::Kind::Never:
        return false;
    case Condition::Kind::All:
        return std::ranges::all_of(condition.parts, below);
    case Condition::Kind::Any:
        return std::ranges::any_of(condition.parts, below);
    case Condition::Kind::Not:
        return !below(condition.parts.front());
    case Condition::Kind::Present:
        return valueOf(condition.field) != nullptr;
    case Condition::Kind::Fits:
        break;
    }
    const Json *value = valueOf(condition.field);
    return !value || schema::satisfies(*condition.node, *value);
}

} // namespace quanke::engine
