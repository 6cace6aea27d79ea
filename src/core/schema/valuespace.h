#pragma once

#include "core/base/json.h"

#include <optional>
#include <string>
#include <vector>

namespace quanke::schema {

/// The values that schemas leave, as far as type, enum, const, bounds, lengths and numbers of items tell.
class ValueSpace {
public:
    ValueSpace();

    /// Leaves only what the schema (references resolved) allows as well.
    void narrow(const Json &schema);

    /// The keyword by which nothing is left, nothing when something may be.
    std::optional<std::string> emptyBy() const;

private:
    enum class Bound { Included, Excluded };
    enum class Numbers { Whole, All };
    struct Range {
        double least = -1e308;
        double most = 1e308;
        bool leastExcluded = false;
        bool mostExcluded = false;

        void raise(double to, Bound bound);
        void lower(double to, Bound bound);
        bool isEmpty(Numbers numbers) const;
        bool holds(double value) const;
    };

    void narrowTypes(const Json &type);
    void narrowChoices(const Json &values, const char *keyword);
    void narrowRanges(const Json &schema);
    bool allows(const Json &value) const;

    unsigned m_types; ///< a bit each
    std::optional<std::vector<Json>> m_choices;
    std::string m_choicesBy; ///< enum or const, whichever came last
    Range m_number;
    Range m_length;
    Range m_items;
};

/// The keyword by which no value satisfies both schemas, nothing when one may.
std::optional<std::string> findContradiction(const Json &one, const Json &other);

} // namespace quanke::schema
