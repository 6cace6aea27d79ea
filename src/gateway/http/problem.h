#pragma once

#include "core/base/result.h"
#include "core/wire/protocol.h"

#include <string>
#include <string_view>

namespace quanke::gateway {

/// The one table from failures to HTTP: status and title by the failure's key, or by its area ("store.")
/// where all of it is alike. What is in no table is our own fault: 500, "internal", and nothing of the
/// failure goes out.
wire::HttpProblem problemOf(const Failure &failure, const std::string &requestId);

/// Whether the key is in the table: what tests hold the contract against.
bool isKnownProblem(std::string_view key);

} // namespace quanke::gateway
