#pragma once

#include "lint/finding.h"
#include "lint/source.h"

namespace quanke::lint {

/// What no file of ours may hold, line by line: unfinished marks, skipped tests, sleeps, nested event loops,
/// singletons, SQL or Chinese out of their places, and untidy line ends.
Findings checkText(const std::vector<Source> &sources);

} // namespace quanke::lint
