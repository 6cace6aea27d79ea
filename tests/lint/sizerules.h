#pragma once

#include "lint/finding.h"
#include "lint/source.h"

namespace quanke::lint {

struct SizeFindings {
    Findings tooLarge; ///< fails: .cpp over 500 lines, .h over 250, a folder over 30 files
    Findings toLookAt; ///< a person decides: functions over 60 lines
};

/// Of C++ sources laid out by clang-format as the repository's.
SizeFindings checkSizes(const std::vector<Source> &sources);

} // namespace quanke::lint
