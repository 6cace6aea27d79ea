#include "lint/finding.h"

#include <iostream>

namespace quanke::lint {

std::string report(const Findings &findings)
{
    std::string text;
    for (const Finding &finding : findings) {
        text += '\n' + finding.file + (finding.line > 0 ? ':' + std::to_string(finding.line) : std::string())
            + ": " + finding.what;
    }
    return text;
}

bool isClean(const Findings &findings)
{
    if (!findings.empty()) {
        std::cout << report(findings) << std::endl;
    }
    return findings.empty();
}

} // namespace quanke::lint
