#include "core/engine/fieldchecker.h"

#include "core/engine/formengine.h"

#include <algorithm>
#include <cmath>

namespace quanke::engine {

using schema::Finding;
using schema::Keyword;

FieldChecker::FieldChecker(const FormEngine &engine)
    : m_engine(engine)
    , m_graph(engine.graph())
    , m_context{engine.today(), m_graph.divisions, schema::citizenIdCard, m_graph.controlCharacters}
{
}

void FieldChecker::check(FieldId id, std::vector<Record> &records)
{
    records.clear();
    const Field &field = m_graph.fields[id];
    if (id == wholeForm) {
        checkWhole(records);
    } else if (m_engine.isRelevant(id)) {
        const Json *value = m_engine.valueOf(id);
        if (value) {
            checkPresent(id, *value, records);
        } else {
            checkAbsent(field, records);
        }
    }
    if (records.size() > 1) {
        std::ranges::stable_sort(records, {}, [](const Record &record) { return record.finding.row; });
    }
}

void FieldChecker::checkRow(FieldId id, int row, std::vector<Record> &records)
{
    records.clear();
    const Field &field = m_graph.fields[id];
    const Json &value = (*m_engine.valueOf(id))[static_cast<std::size_t>(row)];
    noteDocumentType(field);
    for (const Declaration &declaration : field.declarations) {
        if (m_engine.isActive(declaration.guard)) {
            schema::checkRow(*declaration.node->array->items, value, row, m_context, m_findings);
            take(declaration.matters, records);
        }
    }
}

Json FieldChecker::derive(const Derivation &derivation)
{
    if (!lookUp(derivation.logic, derivation.variables)) {
        return nullptr;
    }
    Json value = schema::toJson(derivation.logic.evaluate(m_variables, m_engine.today()));
    for (const Declaration &declaration : m_graph.fields[derivation.target].declarations) {
        const auto *rules = declaration.node->number.get();
        if (value.is_number_float() && rules && rules->scale) {
            const double shift = std::pow(10.0, *rules->scale);
            value = schema::toJson(schema::LogicValue(std::round(value.get<double>() * shift) / shift));
        }
    }
    return value;
}

void FieldChecker::checkAbsent(const Field &field, std::vector<Record> &records)
{
    if (field.isReadOnly()) {
        return;
    }
    const bool required = std::ranges::any_of(field.demands, [&](const Demand &demand) {
        return demand.kind == Demand::Kind::Required && m_engine.isActive(demand.guard);
    });
    for (const Demand &demand : field.demands) {
        if (!m_engine.isActive(demand.guard) || (required && demand.kind == Demand::Kind::Tolerable)) {
            continue;
        }
        switch (demand.kind) {
        case Demand::Kind::Required:
            m_findings.push_back({Keyword::Required});
            break;
        case Demand::Kind::Dependent:
            m_findings.push_back({Keyword::DependentRequired});
            break;
        case Demand::Kind::Tolerable:
            m_findings.push_back({Keyword::Tolerable, Severity::Warning});
            break;
        }
        take(demand.matters, records);
    }
}

void FieldChecker::checkPresent(FieldId id, const Json &value, std::vector<Record> &records)
{
    const Field &field = m_graph.fields[id];
    noteDocumentType(field);
    for (const Declaration &declaration : field.declarations) {
        if (m_engine.isActive(declaration.guard)) {
            schema::check(*declaration.node, value, m_context, m_findings);
            if (!m_findings.empty()) {
                take(declaration.matters, records);
            }
        }
    }
    if (field.isReadOnly()) {
        checkFilled(field, value, records);
    }
    if (!field.crossChecks.empty()) {
        checkAcross(field, records);
    }
}

void FieldChecker::checkFilled(const Field &field, const Json &value, std::vector<Record> &records)
{
    if (field.filledBy >= 0) {
        const Fill &fill = m_graph.fills[static_cast<std::size_t>(field.filledBy)];
        const Json *answer = m_engine.valueOf(fill.situation);
        const auto expected = answer && answer->is_string()
            ? fill.values.find(answer->get_ref<const std::string &>())
            : fill.values.end();
        if (expected != fill.values.end() && expected->second != value) {
            m_findings.push_back(
                {Keyword::Const, Severity::Error, -1, nullptr, nullptr, nullptr, "filled", Json::object()});
        }
    }
    if (field.derivation >= 0) {
        const Derivation &derivation = m_graph.derivations[static_cast<std::size_t>(field.derivation)];
        Json expected = m_engine.isActive(derivation.guard) ? derive(derivation) : Json();
        if (!expected.is_null() && expected != value) {
            m_findings.push_back({Keyword::Derived, Severity::Error, -1, nullptr, nullptr, nullptr, "derived",
                {{"expected", std::move(expected)}}});
        }
    }
    take(m_engine.mattersOf(field), records);
}

void FieldChecker::checkAcross(const Field &field, std::vector<Record> &records)
{
    for (const std::uint16_t index : field.crossChecks) {
        const CrossCheck &check = m_graph.crossChecks[index];
        if (m_engine.isActive(check.guard) && lookUp(check.assertion.logic, check.variables)
            && !check.assertion.logic.holds(m_variables, m_engine.today())) {
            m_findings.push_back(
                {Keyword::Assert, check.assertion.severity, -1, nullptr, nullptr, &check.assertion});
            take(check.matters, records);
        }
    }
}

void FieldChecker::checkWhole(std::vector<Record> &records)
{
    for (const WholeRule &rule : m_graph.wholeRules) {
        if (m_engine.isActive(rule.guard) && m_engine.holds(rule.condition) != rule.wanted) {
            m_findings.push_back({rule.keyword});
            take(rule.matters, records);
        }
    }
}

void FieldChecker::take(MatterBits matters, std::vector<Record> &records)
{
    for (Finding &finding : m_findings) {
        const auto known = std::ranges::find_if(
            records, [&](const Record &record) { return schema::isSame(record.finding, finding); });
        if (known != records.end()) {
            known->matters |= matters;
        } else {
            records.push_back({std::move(finding), matters});
        }
    }
    m_findings.clear();
}

void FieldChecker::noteDocumentType(const Field &field)
{
    m_context.documentType = schema::citizenIdCard;
    if (field.typedBy != noField) {
        const Json *type = m_engine.visible(field.typedBy);
        if (type && type->is_string()) {
            m_context.documentType = type->get_ref<const std::string &>();
        }
    }
}

bool FieldChecker::lookUp(const schema::Logic &logic, std::span<const FieldId> variables)
{
    m_variables.clear();
    for (const FieldId variable : variables) {
        m_variables.push_back(m_engine.visible(variable));
    }
    return logic.canSay(m_variables);
}

} // namespace quanke::engine
