#pragma once

#include <cstdint>
#include <string_view>

namespace quanke::schema {

/// What a value can fail by: the standard's keywords first, then our own.
enum class Keyword : std::uint8_t {
    Type,
    Enum,
    Const,
    OneOf,
    Pattern,
    MinLength,
    MaxLength,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    MultipleOf,
    Required,
    DependentRequired,
    MinItems,
    MaxItems,
    UniqueItems,
    Items,
    AnyOf,
    Not,
    False, ///< the schema that nothing satisfies
    Format, ///< one of our named checks
    Scale, ///< too many decimals (x-qk-scale)
    ControlCharacters,
    Assert, ///< x-qk-asserts
    Derived, ///< not what x-qk-derived computes
    Tolerable ///< a material that may follow later
};

/// "minLength", "control-characters", …
std::string_view nameOf(Keyword keyword);

/// Whether independent JSON Schema validators know the keyword as well.
constexpr bool isStandard(Keyword keyword)
{
    return keyword < Keyword::Format;
}

} // namespace quanke::schema
