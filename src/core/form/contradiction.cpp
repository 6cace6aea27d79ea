#include "core/form/contradiction.h"

#include <algorithm>
#include <set>

namespace quanke::form {

namespace {

struct Bounds {
    const char *least;
    const char *most;
};

/// A keyword of the schema itself or of its allOf parts; the tightest is not looked for, each is compared.
std::vector<const Json *> allOf(const Json &schema, const char *keyword)
{
    std::vector<const Json *> values;
    if (!schema.is_object()) {
        return values;
    }
    if (const auto found = schema.find(keyword); found != schema.end()) {
        values.push_back(&*found);
    }
    if (const auto parts = schema.find("allOf"); parts != schema.end()) {
        for (const Json &part : *parts) {
            const auto below = allOf(part, keyword);
            values.insert(values.end(), below.begin(), below.end());
        }
    }
    return values;
}

std::set<std::string> typesOf(const Json &type)
{
    std::set<std::string> types;
    for (const Json &name : type.is_array() ? type : Json::array({type})) {
        types.insert(name.get<std::string>());
    }
    if (types.contains("number")) {
        types.insert("integer");
    }
    return types;
}

bool typesMeet(const Json &one, const Json &other)
{
    const auto others = typesOf(other);
    return std::ranges::any_of(typesOf(one), [&](const std::string &type) { return others.contains(type); });
}

bool listsMeet(const Json &one, const Json &other)
{
    return std::ranges::any_of(
        one, [&](const Json &value) { return std::ranges::find(other, value) != other.end(); });
}

/// The values a schema leaves: of enum, and of const as a list of one.
std::vector<Json> choicesOf(const Json &schema)
{
    std::vector<Json> lists;
    for (const Json *list : allOf(schema, "enum")) {
        lists.push_back(*list);
    }
    for (const Json *value : allOf(schema, "const")) {
        lists.push_back(Json::array({*value}));
    }
    return lists;
}

template <class Meet>
bool allMeet(const std::vector<const Json *> &ones, const std::vector<const Json *> &others, Meet meet)
{
    return std::ranges::all_of(ones, [&](const Json *one) {
        return std::ranges::all_of(others, [&](const Json *other) { return meet(*one, *other); });
    });
}

bool boundsMeet(const Json &one, const Json &other, const Bounds &bounds)
{
    const bool strict = std::string_view(bounds.least).starts_with("exclusive")
        || std::string_view(bounds.most).starts_with("exclusive");
    const auto meet = [&](const Json &least, const Json &most) {
        return strict ? least.get<double>() < most.get<double>() : least.get<double>() <= most.get<double>();
    };
    return allMeet(allOf(one, bounds.least), allOf(other, bounds.most), meet)
        && allMeet(allOf(other, bounds.least), allOf(one, bounds.most), meet);
}

} // namespace

std::optional<std::string> findContradiction(const Json &one, const Json &other)
{
    if (one == false || other == false) {
        return "false";
    }
    if (!allMeet(allOf(one, "type"), allOf(other, "type"), typesMeet)) {
        return "type";
    }
    for (const Json &choices : choicesOf(one)) {
        for (const Json &others : choicesOf(other)) {
            if (!listsMeet(choices, others)) {
                return choices.size() == 1 || others.size() == 1 ? "const" : "enum";
            }
        }
    }
    static constexpr Bounds bounds[]{{"minimum", "maximum"}, {"exclusiveMinimum", "maximum"},
        {"minimum", "exclusiveMaximum"}, {"exclusiveMinimum", "exclusiveMaximum"}, {"minLength", "maxLength"},
        {"minItems", "maxItems"}};
    for (const Bounds &pair : bounds) {
        if (!boundsMeet(one, other, pair)) {
            return pair.least;
        }
    }
    return std::nullopt;
}

} // namespace quanke::form
