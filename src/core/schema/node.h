#pragma once

#include "core/base/severity.h"
#include "core/formats/namedcheck.h"
#include "core/schema/keyword.h"
#include "core/schema/logic.h"
#include "core/schema/pattern.h"
#include "core/schema/valueset.h"

#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quanke::schema {

/// Types as bits; an integer is a number as well, and so is 1.0 an integer.
namespace types {
constexpr std::uint8_t null = 1;
constexpr std::uint8_t boolean = 2;
constexpr std::uint8_t object = 4;
constexpr std::uint8_t array = 8;
constexpr std::uint8_t number = 16;
constexpr std::uint8_t string = 32;
constexpr std::uint8_t integer = 64;
constexpr std::uint8_t any = 127;
} // namespace types

struct Node;

struct NumberRules {
    std::optional<long double> minimum; ///< long double holds every 64-bit integer
    std::optional<long double> maximum;
    std::optional<long double> exclusiveMinimum;
    std::optional<long double> exclusiveMaximum;
    std::optional<Json> multipleOf;
    std::optional<int> scale; ///< decimals at most (x-qk-scale)
};

struct ArrayRules {
    std::size_t minItems = 0;
    std::size_t maxItems = std::numeric_limits<std::size_t>::max();
    bool unique = false;
    bool nothingMore = false; ///< items: false
    std::vector<const Node *> prefix;
    const Node *items = nullptr; ///< null: anything
};

struct PropertyRule {
    std::string name;
    const Node *node = nullptr; ///< null: anything
    bool required = false;
};

struct ObjectRules {
    std::vector<PropertyRule> properties; ///< by name
    std::map<std::string, std::vector<std::string>> dependentRequired;
};

struct BranchRules {
    std::vector<const Node *> all;
    std::vector<std::vector<const Node *>> any; ///< one list for each anyOf
    std::unique_ptr<const ValueSet> one; ///< oneOf of constants
    std::vector<const Node *> none; ///< not
    const Node *condition = nullptr; ///< if
    const Node *then = nullptr;
    const Node *otherwise = nullptr;
};

/// A check of a value by a rule (x-qk-asserts).
struct Assertion {
    std::string id;
    Logic logic;
    Severity severity = Severity::Error;
};

/// One schema of the profile, compiled for checking single values.
struct Node {
    std::uint8_t types = types::any;
    bool never = false; ///< the schema `false`
    bool multiline = false; ///< line ends may stand in the text
    std::uint32_t minLength = 0;
    std::uint32_t maxLength = std::numeric_limits<std::uint32_t>::max();
    const Pattern *pattern = nullptr;
    std::optional<formats::NamedCheck> format; ///< nothing where it is an annotation
    std::string typedBy; ///< the element that says which kind of document it is
    std::unique_ptr<NumberRules> number;
    std::unique_ptr<const ValueSet> choices; ///< enum
    std::unique_ptr<const Json> constant;
    std::unique_ptr<ArrayRules> array;
    std::unique_ptr<ObjectRules> object;
    std::unique_ptr<BranchRules> branches;
    std::vector<Assertion> assertions;
};

/// Owns nodes and patterns; nodes point at each other and never move.
struct NodeStore {
    std::deque<Node> nodes;
    std::map<std::string, std::shared_ptr<const Pattern>> patterns;
};

} // namespace quanke::schema
