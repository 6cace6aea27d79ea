#pragma once

#include "trace/head.h"

#include <optional>
#include <string>
#include <string_view>

namespace quanke::trace {

/// A chain as a file: a line that says whose it is, then the lines of the chain as they are, then signed heads; each is
/// one JSON value.
struct Preface {
    std::string chain;
    std::string key; ///< of the gateway that signed, base64
};

std::string textOf(const Preface &preface);
/// Nothing where the line is none.
std::optional<Preface> prefaceIn(std::string_view line);
/// Nothing where the line is none: then it is one of the chain, or what somebody has made of it.
std::optional<Head> headIn(std::string_view line);

} // namespace quanke::trace
