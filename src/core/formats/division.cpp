#include "core/formats/division.h"

#include "core/formats/typedtext.h"

#include <algorithm>
#include <array>
#include <string>

namespace quanke::formats {

namespace {

using List = catalogue::ById<LocalText>;

/// Province, prefecture, county, township, village: how many digits each takes.
constexpr std::array<std::size_t, 5> levels{2, 4, 6, 9, 12};

constexpr std::array<std::string_view, 35> provinces{"11", "12", "13", "14", "15", "21", "22", "23", "31",
    "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
    "61", "62", "63", "64", "65", "71", "81", "82", "83"};
static_assert(std::ranges::is_sorted(provinces));

bool isListed(const List &list, const std::string &code)
{
    const bool short6 =
        code.compare(6, 6, "000000") == 0 && list.contains(std::string_view(code).substr(0, 6));
    return short6 || list.contains(code);
}

/// Whether the list names anything strictly below the prefix.
bool reachesBelow(const List &list, std::string_view prefix)
{
    const auto isPrefixItself = [prefix](std::string_view code) {
        return std::ranges::all_of(code.substr(prefix.size()), [](char digit) { return digit == '0'; });
    };
    for (auto at = list.lower_bound(prefix); at != list.end() && at->first.starts_with(prefix); ++at) {
        if (!isPrefixItself(at->first)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool isKnownDivision(std::string_view code, const List *list)
{
    if ((code.size() != 6 && code.size() != 12) || !areDigits(code)) {
        return false;
    }
    if (list && list->contains(code)) { // most are
        return true;
    }
    const std::string whole = std::string(code) + std::string(12 - code.size(), '0');
    const bool isProvince = std::ranges::binary_search(provinces, std::string_view(whole).substr(0, 2));
    if (!list) {
        return isProvince;
    }
    if (isListed(*list, whole)) {
        return true;
    }
    for (std::size_t level = levels.size() - 1; level > 0; --level) {
        const std::string_view parent = std::string_view(whole).substr(0, levels[level - 1]);
        if (std::ranges::all_of(whole.substr(levels[level - 1]), [](char digit) { return digit == '0'; })) {
            continue; // the code is of a higher level than this
        }
        if (reachesBelow(*list, parent)) {
            return false;
        }
        if (isListed(*list, std::string(parent) + std::string(12 - parent.size(), '0'))) {
            return true;
        }
    }
    return isProvince;
}

} // namespace quanke::formats
