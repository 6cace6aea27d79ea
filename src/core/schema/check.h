#pragma once

#include "core/schema/node.h"

#include <string>
#include <string_view>
#include <vector>

namespace quanke::schema {

/// The document type an id number is of when nothing says otherwise: the citizen's identity card.
constexpr std::string_view citizenIdCard = "111";

enum class ControlCharacters { Allowed, Refused };

/// What a check needs besides schema and value.
struct CheckContext {
    Date today{};
    const catalogue::ById<LocalText> *divisions = nullptr; ///< those known; null: the province codes alone
    std::string_view documentType = citizenIdCard;
    ControlCharacters controlCharacters = ControlCharacters::Allowed;
};

/// One thing wrong with a value. `row` and `column` say where in a repeating group (or, without a row, in
/// which member of an object).
struct Finding {
    Keyword keyword = Keyword::Type;
    Severity severity = Severity::Error;
    int row = -1;
    const std::string *column = nullptr; ///< owned by the node
    const Node *node = nullptr;
    const Assertion *assertion = nullptr;
    std::string messageKey{}; ///< of a named check
    Json arguments{}; ///< of a named check
};

/// The same place, keyword, and reason.
bool isSame(const Finding &left, const Finding &right);

/// Whether the value satisfies the standard's keywords: what conditions ask.
bool satisfies(const Node &node, const Json &value);

/// Adds everything that is wrong, named checks and rules included.
void check(const Node &node, const Json &value, const CheckContext &context, std::vector<Finding> &findings);
/// The same for one row of a repeating group; the node is that of its items.
void checkRow(const Node &node, const Json &row, int number, const CheckContext &context,
    std::vector<Finding> &findings);

} // namespace quanke::schema
