#pragma once

#include "core/base/localtext.h"

#include <map>
#include <string_view>

namespace quanke::cli {

/// What the device commands say.
const std::map<std::string_view, LocalText> &deviceWords();

} // namespace quanke::cli
