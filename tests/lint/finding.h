#pragma once

#include <compare>
#include <string>
#include <vector>

namespace quanke::lint {

/// One place that breaks a rule.
struct Finding {
    std::string file; ///< relative to the repository
    int line = 0; ///< from 1; 0 where the file as a whole is meant
    std::string what; ///< what is wrong and what to do

    auto operator<=>(const Finding &) const = default;
};

using Findings = std::vector<Finding>;

/// One line per finding, "file:line: what".
std::string report(const Findings &findings);

/// Whether nothing was found; prints what was, since a test's own message is cut off.
bool isClean(const Findings &findings);

} // namespace quanke::lint
