#pragma once

#include "trace/line.h"

#include <vector>

namespace quanke::trace {

/// How long a desk keeps its lines after the gateway has signed for them, by the gateway's clock.
inline constexpr std::chrono::days keptFor{184};

/// Where a chain ends: its last line. Nothing before the first.
struct End {
    std::uint64_t number = 0;
    std::string digest;
    std::string at;
};

/// A line as it is kept.
struct Link {
    std::uint64_t number = 0;
    std::string at;
    std::string text;
    std::string digest; ///< SHA-256 of the text
};

/// What is to be kept behind `end` for this entry: its line, and one before it where the clock was set back meanwhile.
std::vector<Link> linksAfter(const End &end, const Entry &entry, Instant now);

/// Whether the clock went back from one line to the next. Less than a second is none: clocks are put right by that much.
bool isSetBack(std::string_view before, std::string_view at);

End endAt(const Link &link);

} // namespace quanke::trace
