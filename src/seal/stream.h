#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace quanke::seal {

/// Where a stream takes its bytes: fills at most `most` bytes, gives how many; 0 at the end.
using Source = std::function<Result<std::size_t>(char *into, std::size_t most)>;
/// Where a stream puts its bytes.
using Sink = std::function<Result<Done>(std::string_view bytes)>;

/// Bytes that outlive the source, which can be read once.
Source sourceOf(std::string_view bytes);

/// Reads until the buffer is full or the source ends, and cuts the buffer to what came.
Result<Done> fill(std::string &buffer, std::size_t length, const Source &source);

} // namespace quanke::seal
