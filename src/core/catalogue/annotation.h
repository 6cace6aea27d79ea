#pragma once

#include <string_view>

namespace quanke::catalogue {

/// Whether a keyword of JSON Schema 2020-12 only tells about values, and forbids none.
inline bool isAnnotation(std::string_view keyword)
{
    return keyword == "title" || keyword == "description" || keyword == "default" || keyword == "deprecated"
        || keyword == "readOnly" || keyword.starts_with("x-qk-");
}

} // namespace quanke::catalogue
