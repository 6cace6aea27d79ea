#pragma once

#include "core/base/localtext.h"

#include <map>
#include <string_view>

namespace quanke::cli {

/// What the commands on forms say: failures of the engine, and problems of schemas that stand alone.
const std::map<std::string_view, LocalText> &formsWords();

} // namespace quanke::cli
