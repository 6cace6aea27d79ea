#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace quanke {

/// JSON as we keep it: UTF-8, members sorted by key, so that equal values have equal text.
using Json = nlohmann::json;
/// JSON for printing, members in the order they were put in.
using OrderedJson = nlohmann::ordered_json;

template <class T>
class Result;

/// What a reader of foreign JSON accepts at most.
struct JsonLimits {
    std::size_t bytes = 4 * 1024 * 1024;
    std::size_t depth = 64;
};

/// Reads one JSON text (RFC 8259, UTF-8). Refuses, with the byte where it happened: text over the limits
/// (json.too-large, json.too-deep), malformed text or bad UTF-8 (json.malformed), and a member named twice in
/// one object (json.duplicate-key, argument "member").
Result<Json> parseJson(std::string_view text, const JsonLimits &limits = {});

/// The one text of a value that everybody who hashes or signs it agrees on: members sorted, no white space,
/// UTF-8 as it is. (Numbers as nlohmann prints them: integers exact, doubles by their shortest form that
/// reads back.)
std::string canonicalText(const Json &value);

} // namespace quanke
