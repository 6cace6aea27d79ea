#pragma once

#include "core/base/localtext.h"

#include <map>
#include <string_view>

namespace quanke::cli {

/// What the commands that talk to a gateway say.
const std::map<std::string_view, LocalText> &gatewayWords();

} // namespace quanke::cli
