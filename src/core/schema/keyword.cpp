#include "core/schema/keyword.h"

#include <array>

namespace quanke::schema {

std::string_view nameOf(Keyword keyword)
{
    static constexpr std::array<std::string_view, 27> names{"type", "enum", "const", "oneOf", "pattern",
        "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "required", "dependentRequired", "minItems", "maxItems", "uniqueItems", "items", "anyOf", "not",
        "false", "format", "scale", "control-characters", "assert", "derived", "tolerable"};
    static_assert(names.size() == static_cast<std::size_t>(Keyword::Tolerable) + 1);
    return names.at(static_cast<std::size_t>(keyword));
}

} // namespace quanke::schema
