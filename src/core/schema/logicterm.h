#pragma once

#include "core/schema/logic.h"

namespace quanke::schema {

enum class LogicOperator : std::uint8_t {
    Constant,
    Variable,
    List,
    Missing,
    Equal,
    StrictlyEqual,
    Unequal,
    StrictlyUnequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Not,
    Truth,
    And,
    Or,
    If,
    Add,
    Subtract,
    Multiply,
    Divide,
    Least,
    Greatest,
    Join,
    In,
    Part,
    Today,
    BirthDate,
    Sex,
    MonthsBefore
};

/// One node of a rule that was read.
struct Logic::Term {
    LogicOperator operation = LogicOperator::Constant;
    LogicValue constant{}; ///< of Constant; a text is owned here
    std::uint16_t variable = 0; ///< of Variable
    std::vector<Term> operands{};
};

} // namespace quanke::schema
