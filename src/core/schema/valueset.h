#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace quanke::schema {

/// The values of an `enum`: texts are found by length and bytes, all others compared one by one. Numbers are
/// equal when they are so mathematically.
class ValueSet {
public:
    explicit ValueSet(const Json &list);

    bool contains(const Json &value) const;
    /// How many of the listed values are equal to it (oneOf wants exactly one).
    std::size_t count(const Json &value) const;
    bool empty() const { return m_texts.empty() && m_others.empty(); }

private:
    std::vector<std::string> m_texts; ///< shorter ones first
    std::vector<Json> m_others;
};

/// Whether two items of the array are equal, all the way down.
bool hasDuplicates(const Json &array);

} // namespace quanke::schema
