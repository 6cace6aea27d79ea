#include "core/catalogue/keywords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace quanke::catalogue {

namespace {

struct Entry {
    std::string_view keyword;
    KeywordValue value;
};

constexpr std::array profile{
    Entry{"$defs", KeywordValue::SchemaByName},
    Entry{"$id", KeywordValue::Text},
    Entry{"$ref", KeywordValue::Text},
    Entry{"$schema", KeywordValue::Text},
    Entry{"allOf", KeywordValue::SchemaList},
    Entry{"anyOf", KeywordValue::SchemaList},
    Entry{"const", KeywordValue::Anything},
    Entry{"contentMediaType", KeywordValue::Text},
    Entry{"default", KeywordValue::Anything},
    Entry{"dependentRequired", KeywordValue::TextListByName},
    Entry{"deprecated", KeywordValue::Flag},
    Entry{"description", KeywordValue::Text},
    Entry{"else", KeywordValue::Schema},
    Entry{"enum", KeywordValue::List},
    Entry{"exclusiveMaximum", KeywordValue::Number},
    Entry{"exclusiveMinimum", KeywordValue::Number},
    Entry{"format", KeywordValue::Text},
    Entry{"if", KeywordValue::Schema},
    Entry{"items", KeywordValue::Schema},
    Entry{"maxItems", KeywordValue::Count},
    Entry{"maxLength", KeywordValue::Count},
    Entry{"maximum", KeywordValue::Number},
    Entry{"minItems", KeywordValue::Count},
    Entry{"minLength", KeywordValue::Count},
    Entry{"minimum", KeywordValue::Number},
    Entry{"multipleOf", KeywordValue::Number},
    Entry{"not", KeywordValue::Schema},
    Entry{"oneOf", KeywordValue::Choices},
    Entry{"pattern", KeywordValue::Text},
    Entry{"prefixItems", KeywordValue::SchemaList},
    Entry{"properties", KeywordValue::SchemaByName},
    Entry{"readOnly", KeywordValue::Flag},
    Entry{"required", KeywordValue::TextList},
    Entry{"then", KeywordValue::Schema},
    Entry{"title", KeywordValue::Text},
    Entry{"type", KeywordValue::TypeName},
    Entry{"uniqueItems", KeywordValue::Flag},
};
static_assert(std::ranges::is_sorted(profile, {}, &Entry::keyword));

bool isTypeName(const Json &value)
{
    static constexpr std::array<std::string_view, 7> names{
        "array", "boolean", "integer", "null", "number", "object", "string"};
    return value.is_string() && std::ranges::find(names, value.get_ref<const std::string &>()) != names.end();
}

/// 2.0 is a whole number as well.
bool isCount(const Json &value)
{
    return value.is_number() && value >= 0 && std::trunc(value.get<double>()) == value.get<double>();
}

bool isTextList(const Json &value)
{
    return value.is_array() && std::ranges::all_of(value, [](const Json &item) { return item.is_string(); });
}

bool isChoice(const Json &value)
{
    if (!value.is_object() || !value.contains("const")) {
        return false;
    }
    return std::ranges::all_of(value.items(), [](const auto &member) {
        return member.key() == "const" || (member.key() == "title" && member.value().is_string());
    });
}

} // namespace

std::optional<KeywordValue> keywordValue(std::string_view keyword)
{
    const auto entry = std::ranges::lower_bound(profile, keyword, {}, &Entry::keyword);
    if (entry != profile.end() && entry->keyword == keyword) {
        return entry->value;
    }
    return keyword.starts_with("x-qk-") ? std::optional(KeywordValue::Anything) : std::nullopt;
}

bool hasShape(const Json &value, KeywordValue shape)
{
    switch (shape) {
    case KeywordValue::Anything:
        return true;
    case KeywordValue::Text:
        return value.is_string();
    case KeywordValue::TextList:
        return isTextList(value);
    case KeywordValue::Flag:
        return value.is_boolean();
    case KeywordValue::Count:
        return isCount(value);
    case KeywordValue::Number:
        return value.is_number();
    case KeywordValue::List:
        return value.is_array();
    case KeywordValue::TypeName:
        return isTypeName(value)
            || (value.is_array() && !value.empty() && std::ranges::all_of(value, isTypeName));
    case KeywordValue::Schema:
        return value.is_object() || value.is_boolean();
    case KeywordValue::SchemaList:
        return value.is_array() && !value.empty();
    case KeywordValue::SchemaByName:
        return value.is_object();
    case KeywordValue::Choices:
        return value.is_array() && !value.empty() && std::ranges::all_of(value, isChoice);
    case KeywordValue::TextListByName:
        return value.is_object() && std::ranges::all_of(value, isTextList);
    }
    return false;
}

} // namespace quanke::catalogue
