#include "core/schema/logicreader.h"

#include <algorithm>
#include <array>
#include <limits>

namespace quanke::schema {

namespace {

constexpr std::size_t any = std::numeric_limits<std::size_t>::max();

struct Entry {
    std::string_view name;
    LogicOperator operation;
    std::size_t least;
    std::size_t most;
};

constexpr std::array operators{
    Entry{"==", LogicOperator::Equal, 2, 2},
    Entry{"===", LogicOperator::StrictlyEqual, 2, 2},
    Entry{"!=", LogicOperator::Unequal, 2, 2},
    Entry{"!==", LogicOperator::StrictlyUnequal, 2, 2},
    Entry{"<", LogicOperator::Less, 2, 3},
    Entry{"<=", LogicOperator::LessOrEqual, 2, 3},
    Entry{">", LogicOperator::Greater, 2, 2},
    Entry{">=", LogicOperator::GreaterOrEqual, 2, 2},
    Entry{"!", LogicOperator::Not, 1, 1},
    Entry{"!!", LogicOperator::Truth, 1, 1},
    Entry{"and", LogicOperator::And, 1, any},
    Entry{"or", LogicOperator::Or, 1, any},
    Entry{"if", LogicOperator::If, 2, any},
    Entry{"+", LogicOperator::Add, 1, any},
    Entry{"-", LogicOperator::Subtract, 1, 2},
    Entry{"*", LogicOperator::Multiply, 1, any},
    Entry{"/", LogicOperator::Divide, 2, 2},
    Entry{"min", LogicOperator::Least, 1, any},
    Entry{"max", LogicOperator::Greatest, 1, any},
    Entry{"cat", LogicOperator::Join, 1, any},
    Entry{"in", LogicOperator::In, 2, 2},
    Entry{"substr", LogicOperator::Part, 2, 3},
    Entry{"qk_today", LogicOperator::Today, 0, 0},
    Entry{"qk_id_birthdate", LogicOperator::BirthDate, 1, 1},
    Entry{"qk_id_sex", LogicOperator::Sex, 1, 1},
    Entry{"qk_months_before", LogicOperator::MonthsBefore, 2, 2},
};

LogicValue constantOf(const Json &value)
{
    if (value.is_boolean()) {
        return value.get<bool>();
    }
    if (value.is_number()) {
        return value.get<double>();
    }
    return value.is_string() ? LogicValue(value.get<std::string>()) : LogicValue();
}

} // namespace

Result<Logic> LogicReader::read(const Json &rule)
{
    m_logic.m_term = std::make_unique<const Logic::Term>(readTerm(rule));
    std::erase_if(m_logic.m_needed, [&](std::uint16_t name) { return m_askedAbout.contains(name); });
    if (m_failure) {
        return *m_failure;
    }
    return std::move(m_logic);
}

Logic::Term LogicReader::readTerm(const Json &rule)
{
    if (rule.is_array()) {
        Logic::Term list{LogicOperator::List};
        std::ranges::transform(
            rule, std::back_inserter(list.operands), [&](const Json &item) { return readTerm(item); });
        return list;
    }
    if (!rule.is_object()) {
        return {LogicOperator::Constant, constantOf(rule)};
    }
    if (rule.size() != 1) {
        fail("logic.arguments", rule.empty() ? std::string() : rule.begin().key());
        return {};
    }
    return readOperation(rule.begin().key(), rule.begin().value());
}

Logic::Term LogicReader::readOperation(const std::string &name, const Json &operands)
{
    if (name == "var") {
        return readVariable(operands);
    }
    if (name == "missing") {
        return readMissing(operands);
    }
    const auto entry = std::ranges::find(operators, name, &Entry::name);
    if (entry == operators.end()) {
        fail("logic.unknown-operator", name);
        return {};
    }
    Logic::Term term{entry->operation};
    if (operands.is_array()) {
        term.operands = readTerm(operands).operands;
    } else {
        term.operands.push_back(readTerm(operands));
    }
    if (term.operands.size() < entry->least || term.operands.size() > entry->most) {
        fail("logic.arguments", name);
    }
    noteWhatIsAskedAbout(term);
    return term;
}

void LogicReader::noteWhatIsAskedAbout(const Logic::Term &term)
{
    using enum LogicOperator;
    const bool branches = term.operation == If;
    if (!branches && term.operation != And && term.operation != Or && term.operation != Not
        && term.operation != Truth) {
        return;
    }
    for (std::size_t i = 0; i < term.operands.size(); ++i) {
        const bool isTested = !branches || (i % 2 == 0 && i + 1 < term.operands.size());
        if (isTested && term.operands[i].operation == Variable) {
            m_askedAbout.insert(term.operands[i].variable);
        }
    }
}

Logic::Term LogicReader::readVariable(const Json &operands)
{
    const Json &name = operands.is_array() && !operands.empty() ? operands.front() : operands;
    if (!name.is_string()) {
        fail("logic.arguments", "var");
        return {};
    }
    Logic::Term term{LogicOperator::Variable};
    term.variable = variable(name.get_ref<const std::string &>());
    if (operands.is_array() && operands.size() > 1) {
        term.operands.push_back(readTerm(operands[1]));
    } else {
        need(term.variable);
    }
    return term;
}

Logic::Term LogicReader::readMissing(const Json &operands)
{
    Logic::Term term{LogicOperator::Missing};
    for (const Json &name : operands.is_array() ? operands : Json::array({operands})) {
        if (!name.is_string()) {
            fail("logic.arguments", "missing");
            return {};
        }
        term.operands.push_back({LogicOperator::Variable});
        term.operands.back().variable = variable(name.get_ref<const std::string &>());
    }
    return term;
}

std::uint16_t LogicReader::variable(const std::string &name)
{
    auto &variables = m_logic.m_variables;
    const auto found = std::ranges::find(variables, name);
    const auto index = static_cast<std::uint16_t>(found - variables.begin());
    if (found == variables.end()) {
        variables.push_back(name);
    }
    return index;
}

void LogicReader::need(std::uint16_t variable)
{
    if (std::ranges::find(m_logic.m_needed, variable) == m_logic.m_needed.end()) {
        m_logic.m_needed.push_back(variable);
    }
}

void LogicReader::fail(std::string key, const std::string &operation)
{
    if (!m_failure) {
        m_failure = Failure{std::move(key), {{"operator", operation}}, {}};
    }
}

} // namespace quanke::schema
