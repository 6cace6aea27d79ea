#pragma once

#include "core/base/json.h"

#include <string>
#include <unordered_map>

namespace quanke::schema {

/// Of the members and the texts among them, not of what lies below: comparing settles the rest sooner.
struct HashOfContent {
    std::size_t operator()(const Json *value) const
    {
        const std::hash<std::string> hashOf;
        std::size_t hash = value->size();
        if (const auto *members = value->get_ptr<const Json::object_t *>()) {
            for (const auto &[name, member] : *members) {
                const auto *text = member.get_ptr<const std::string *>();
                hash = hash * 31 + hashOf(text ? *text : name);
            }
        }
        return hash;
    }
};

struct SameContent {
    bool operator()(const Json *left, const Json *right) const { return *left == *right; }
};

/// Things by what a piece of JSON says, wherever it stands. The JSON must outlive the map.
template <class Value>
using ByContent = std::unordered_map<const Json *, Value, HashOfContent, SameContent>;

} // namespace quanke::schema
