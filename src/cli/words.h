#pragma once

#include "core/base/localtext.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace quanke::cli {

/// What the program says in both languages, by key; placeholders {name} are filled from the arguments.
std::string words(std::string_view key, const Json &arguments, Language language);

/// A failure in words: what is wrong and what to do. A key without words gives itself and its arguments.
std::string describe(const Failure &failure, Language language);

} // namespace quanke::cli
