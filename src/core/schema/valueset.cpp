#include "core/schema/valueset.h"

#include <algorithm>

namespace quanke::schema {

namespace {

/// Up to so many it is quicker to look at each.
constexpr std::size_t few = 12;

bool isBefore(std::string_view left, std::string_view right)
{
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

} // namespace

ValueSet::ValueSet(const Json &list)
{
    for (const Json &value : list) {
        if (value.is_string()) {
            m_texts.push_back(value.get<std::string>());
        } else {
            m_others.push_back(value);
        }
    }
    std::ranges::sort(m_texts, isBefore);
}

bool ValueSet::contains(const Json &value) const
{
    if (value.is_string()) {
        const auto &text = value.get_ref<const std::string &>();
        return m_texts.size() <= few ? std::ranges::find(m_texts, text) != m_texts.end()
                                     : std::ranges::binary_search(m_texts, text, isBefore);
    }
    return std::ranges::find(m_others, value) != m_others.end();
}

std::size_t ValueSet::count(const Json &value) const
{
    if (value.is_string()) {
        const auto &text = value.get_ref<const std::string &>();
        const auto [first, last] = std::equal_range(m_texts.begin(), m_texts.end(), text, isBefore);
        return std::size_t(last - first);
    }
    return static_cast<std::size_t>(std::ranges::count(m_others, value));
}

bool hasDuplicates(const Json &array)
{
    if (array.size() <= few) {
        for (auto item = array.begin(); item != array.end(); ++item) {
            if (std::find(std::next(item), array.end(), *item) != array.end()) {
                return true;
            }
        }
        return false;
    }
    std::vector<const Json *> sorted;
    std::ranges::transform(array, std::back_inserter(sorted), [](const Json &item) { return &item; });
    std::ranges::sort(sorted, [](const Json *left, const Json *right) { return *left < *right; });
    return std::ranges::adjacent_find(sorted, [](const Json *left, const Json *right) {
        return *left == *right;
    }) != sorted.end();
}

} // namespace quanke::schema
