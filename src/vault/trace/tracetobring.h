#pragma once

#include <string>
#include <vector>

namespace quanke::vault {

/// Lines of this desk's trace that the gateway has not signed for yet.
struct TraceToBring {
    std::string device;
    std::vector<std::string> lines;
};

} // namespace quanke::vault
