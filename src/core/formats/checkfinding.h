#pragma once

#include "core/base/json.h"
#include "core/base/severity.h"

#include <optional>
#include <string>

namespace quanke::formats {

/// What is wrong with a value.
struct CheckFinding {
    std::string messageKey; ///< "cn-id.check-digit", for Catalogue::message
    Json arguments = Json::object(); ///< never the value itself
    Severity severity = Severity::Error;

    bool operator==(const CheckFinding &) const = default;
};

/// Nothing: the value is fine.
using CheckOutcome = std::optional<CheckFinding>;

/// "area.too-short" {missing} or "area.too-long" {surplus}, nothing when the length is right.
CheckOutcome checkLength(const std::string &area, std::size_t length, std::size_t wanted);

} // namespace quanke::formats
