#pragma once

#include "core/base/json.h"

#include <optional>
#include <string_view>

namespace quanke::catalogue {

/// What stands behind a keyword of a schema.
enum class KeywordValue {
    Anything,
    Text,
    TextList,
    Flag,
    Count, ///< a whole number from 0
    Number,
    List,
    TypeName, ///< one type name or a list of them
    Schema,
    SchemaList, ///< not empty
    SchemaByName,
    Choices, ///< oneOf: a list of {const, title} and nothing else
    TextListByName
};

/// The closed list of JSON Schema 2020-12 keywords our definitions are written in, plus everything that
/// begins with "x-qk-" (Anything). Nothing for a keyword outside it.
std::optional<KeywordValue> keywordValue(std::string_view keyword);

/// Whether the value has the shape its keyword wants; what lies below sub-schemas is not looked at.
bool hasShape(const Json &value, KeywordValue shape);

} // namespace quanke::catalogue
