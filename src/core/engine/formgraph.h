#pragma once

#include "core/base/localtext.h"
#include "core/engine/condition.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quanke::engine {

using ConditionId = std::uint16_t;
using GuardId = std::uint16_t;
/// One bit for each matter, in the order they were ticked.
using MatterBits = std::uint64_t;
constexpr std::size_t mostMatters = 64;
constexpr GuardId alwaysActive = 0;

/// A condition that must hold, or must not.
struct Literal {
    ConditionId condition = 0;
    bool wanted = true;
    auto operator<=>(const Literal &) const = default;
};

/// A field is declared, under a guard, with what its value must satisfy.
struct Declaration {
    GuardId guard = alwaysActive;
    const schema::Node *node = nullptr;
    MatterBits matters = 0;
};

/// A field is wanted, under a guard.
struct Demand {
    enum class Kind : std::uint8_t { Required, Dependent, Tolerable };
    Kind kind = Kind::Required;
    GuardId guard = alwaysActive;
    MatterBits matters = 0;
    int days = 0; ///< of Tolerable: within so many it must follow
};

/// What a matter wants of a material, under a guard (x-qk-material).
struct MaterialWish {
    GuardId guard = alwaysActive;
    MatterBits matters = 0;
    bool tolerable = false;
    int days = 0;
    int originals = 0;
    int copies = 0;
    LocalText standard;
};

enum class FieldKind : std::uint8_t {
    Field,
    Situation,
    Material,
    Roster, ///< the repeating group a generated material is made of
    Read, ///< declared nowhere, only read by conditions
    Whole ///< the form as a whole: what concerns no single field
};

/// What every check reads comes first, together.
struct alignas(64) Field {
    std::string key;
    std::string providedBy; ///< the ticked matter whose result brings it, or empty
    FieldKind kind = FieldKind::Read;
    bool generated = false; ///< a material we make ourselves
    bool rowsAlone = false; ///< a group whose rows can be checked one by one
    FieldId typedBy = noField; ///< says which kind of document the number here is of
    int filledBy = -1; ///< index into fills
    int derivation = -1; ///< index into derivations
    std::vector<Declaration> declarations;
    std::vector<std::uint16_t> crossChecks; ///< that accuse it
    std::vector<Demand> demands;
    std::vector<MaterialWish> wishes;
    std::vector<std::uint16_t> fills; ///< of a situation
    std::vector<std::uint16_t> readers; ///< steps that read it
    std::vector<FieldId> touches; ///< to check again when its value or relevance changes

    /// Comes from inside: read-only, and not required before it is there.
    bool isAwaited() const { return !providedBy.empty() || generated; }
    bool isReadOnly() const { return isAwaited() || filledBy >= 0 || derivation >= 0; }
    /// Conditions read it whatever shows.
    bool isAlwaysRead() const { return kind == FieldKind::Read || kind == FieldKind::Situation; }
};

struct Guard {
    std::vector<Literal> literals; ///< all of them, sorted
    std::vector<FieldId> declares; ///< once for each declaration
    std::vector<FieldId> demands; ///< once for each demand that makes required
    std::vector<FieldId> touches; ///< fields to check again when it turns
    std::vector<std::uint16_t> steps; ///< derivations it allows
};

/// A rule over several fields (x-qk-asserts of a matter).
struct CrossCheck {
    schema::Assertion assertion;
    GuardId guard = alwaysActive;
    MatterBits matters = 0;
    std::vector<FieldId> variables; ///< in the order of the logic's
};

/// A value computed from others (x-qk-derived).
struct Derivation {
    FieldId target = noField;
    schema::Logic logic;
    GuardId guard = alwaysActive;
    std::vector<FieldId> variables;
};

/// An answer that fills a field (x-qk-fills).
struct Fill {
    FieldId situation = noField;
    FieldId field = noField;
    std::map<std::string, Json> values; ///< by answer
};

/// `not` and `anyOf` that concern the whole form.
struct WholeRule {
    GuardId guard = alwaysActive;
    ConditionId condition = 0;
    bool wanted = true;
    schema::Keyword keyword = schema::Keyword::Not;
    MatterBits matters = 0;
};

/// What is worked out anew when something it reads has changed, in an order that needs no second look.
struct Step {
    enum class Kind : std::uint8_t { Condition, Derivation };
    Kind kind = Kind::Condition;
    std::uint16_t index = 0;
};

struct ConditionUse {
    GuardId guard = alwaysActive;
    bool wanted = true;
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// A form compiled: which guards switch which fields, what each field must satisfy, and the index from every
/// field to all that depends on it. Immutable once built.
struct FormGraph {
    schema::NodeStore store;
    const catalogue::ById<LocalText> *divisions = nullptr; ///< of the catalogue, which must outlive the graph
    schema::ControlCharacters controlCharacters = schema::ControlCharacters::Allowed;

    std::vector<Field> fields; ///< the first is the whole form
    std::unordered_map<std::string, FieldId, TextHash, std::equal_to<>> ids;
    std::vector<FieldId> byKey; ///< sorted by key, without the whole form
    std::vector<FieldId> order; ///< as a person goes through them

    std::vector<Condition> conditions;
    std::vector<std::vector<ConditionUse>> uses; ///< of each condition
    std::vector<Guard> guards; ///< the first is always active
    std::vector<Step> steps;
    std::vector<CrossCheck> crossChecks;
    std::vector<Derivation> derivations;
    std::vector<Fill> fills;
    std::vector<WholeRule> wholeRules;
    std::vector<bool> concernsWhole; ///< for each condition: whether a whole rule asks it

    std::vector<std::string> matters; ///< what the bits stand for
    std::map<FieldId, std::string> answers; ///< of situations that values do not give

    FieldId find(std::string_view key) const
    {
        const auto found = ids.find(key);
        return found == ids.end() ? noField : found->second;
    }
    std::vector<std::string> namesOf(MatterBits bits) const
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < matters.size(); ++i) {
            if ((bits >> i & 1) != 0) {
                names.push_back(matters[i]);
            }
        }
        return names;
    }
};

constexpr FieldId wholeForm = 0;

} // namespace quanke::engine
