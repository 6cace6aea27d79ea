#pragma once

#include "core/base/localtext.h"
#include "core/check/finding.h"

#include <string>

namespace quanke::cli {

/// What is wrong with a definition and what its author does about it.
std::string describe(const check::Finding &finding, Language language);

} // namespace quanke::cli
