#include "core/casework/childrecord.h"

#include "core/formats/citizenid.h"

#include <algorithm>
#include <string_view>

namespace quanke::casework {

namespace {

constexpr std::chrono::years grownEnough{14};

std::optional<Date> birthIn(std::string_view key, const std::string &value)
{
    if (key.ends_with("birthDate")) {
        return parseDate(value);
    }
    const auto facts = key.ends_with("idNo") ? formats::factsOf(value) : std::nullopt;
    return facts ? std::optional(facts->birth) : std::nullopt;
}

bool isChild(Date birth, Date today)
{
    const Date grown = birth + grownEnough; // of the 29 February: none in most years, and later than the 28th
    return grown.ok() ? grown > today : Date(grown.year(), std::chrono::March, std::chrono::day(1)) > today;
}

} // namespace

bool tellsOfChild(const Json &values, Date today)
{
    if (values.is_array()) {
        return std::ranges::any_of(values, [today](const Json &row) { return tellsOfChild(row, today); });
    }
    if (!values.is_object()) {
        return false;
    }
    return std::ranges::any_of(values.items(), [today](const auto &member) {
        const Json &value = member.value();
        if (!value.is_string()) {
            return tellsOfChild(value, today);
        }
        const auto birth = birthIn(member.key(), value.template get_ref<const std::string &>());
        return birth && isChild(*birth, today);
    });
}

} // namespace quanke::casework
