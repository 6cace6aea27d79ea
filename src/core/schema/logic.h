#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quanke::schema {

/// What an expression yields: nothing, a truth value, a number, or a text (of a value, or made here).
using LogicValue = std::variant<std::monostate, bool, double, std::string_view, std::string>;

/// A JsonLogic rule (jsonlogic.com) of the closed list of operators
///   var missing · == === != !== < <= > >= ! !! and or if · + - * / min max · cat substr in ·
///   qk_today (the day, "YYYY-MM-DD") · qk_months_before (a day, months) · qk_id_birthdate, qk_id_sex (of a
///   citizen id; GB/T 2261.1 "1" or "2"; nothing of any other text)
/// read once, evaluated against values that the caller looks up. Texts compare as texts, so ISO dates as
/// dates.
class Logic {
public:
    /// Fails: logic.unknown-operator ("operator"), logic.arguments ("operator").
    static Result<Logic> read(const Json &rule);
    Logic(Logic &&) noexcept;
    Logic &operator=(Logic &&) noexcept;
    ~Logic();

    /// The variables it reads, each once. The empty name is the value the rule stands at.
    const std::vector<std::string> &variables() const { return m_variables; }
    /// Those without which it says nothing: all but those with a default, those `missing` asks about, and
    /// those tested for themselves (`{"and": [{"var": "x"}, …]}`).
    const std::vector<std::uint16_t> &needed() const { return m_needed; }

    /// `values` in the order of variables(), null where absent; they must outlive the result.
    LogicValue evaluate(std::span<const Json *const> values, Date today) const;
    /// Whether all that is needed is there.
    bool canSay(std::span<const Json *const> values) const;
    /// Whether the result is true as JsonLogic sees it (empty texts and 0 are not).
    bool holds(std::span<const Json *const> values, Date today) const;

    struct Term;

private:
    Logic();
    std::unique_ptr<const Term> m_term;
    std::vector<std::string> m_variables;
    std::vector<std::uint16_t> m_needed;

    friend class LogicReader;
};

/// The result as JSON; whole numbers as integers.
Json toJson(const LogicValue &value);

} // namespace quanke::schema
