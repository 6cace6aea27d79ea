#pragma once

#include "core/base/date.h"
#include "core/base/json.h"
#include "core/schema/keyword.h"

#include <optional>
#include <string>
#include <string_view>

namespace quanke::schema {

/// What a named check found wrong.
struct FormatFinding {
    std::string messageKey;
    Json arguments;
    Severity severity = Severity::Error;
};

/// The named checks behind `format`.
class Formats {
public:
    virtual ~Formats() = default;
    /// Nothing for a name without a check: an annotation.
    virtual std::optional<int> find(std::string_view name) const = 0;
    /// `documentType` is the code of the document that an id number is of.
    virtual std::optional<FormatFinding> check(
        int format, std::string_view value, std::string_view documentType, Date today) const = 0;
};

} // namespace quanke::schema
