#pragma once

#include "core/base/jsonbuilder.h"

#include <string_view>

namespace quanke {

/// Reads well-formed JSON by simdjson. False for anything wrong or rare (a
/// number beyond 64 bits): nlohmann is to read that from the beginning and to say what is wrong. The builder holds a
/// part of it then.
bool readQuickly(std::string_view text, JsonBuilder &builder);

} // namespace quanke
