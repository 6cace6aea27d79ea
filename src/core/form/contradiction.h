#pragma once

#include "core/base/json.h"

#include <optional>
#include <string>

namespace quanke::form {

/// Whether no value at all can satisfy both schemas, as far as types, enum, const, and bounds of numbers,
/// lengths and items tell: the keyword that they disagree about. Both without references.
std::optional<std::string> findContradiction(const Json &one, const Json &other);

} // namespace quanke::form
