#include "core/form/compiledform.h"
#include "core/schema/utf8.h"

#include <cmath>
#include <optional>

namespace quanke::form {

namespace {

using schema::Keyword;

Json numberOf(long double number)
{
    constexpr long double largest = 9.2e18L;
    if (std::trunc(number) == number && std::abs(number) < largest) {
        return static_cast<std::int64_t>(number);
    }
    return static_cast<double>(number);
}

/// The value a finding is about, null where it is absent.
const Json *valueAt(const Json *value, const schema::Finding &finding)
{
    if (value && finding.row >= 0) {
        const auto row = static_cast<std::size_t>(finding.row);
        value = value->is_array() && row < value->size() ? &(*value)[row] : nullptr;
    }
    if (value && finding.column) {
        const auto cell = value->is_object() ? value->find(*finding.column) : value->end();
        value = value->is_object() && cell != value->end() ? &*cell : nullptr;
    }
    return value;
}

Json lengthOf(const Json *value)
{
    if (value && value->is_string()) {
        return schema::countCharacters(value->get_ref<const std::string &>());
    }
    return value && value->is_array() ? Json(value->size()) : Json(0);
}

Json tolerableDays(const engine::FormEngine &engine, engine::FieldId field)
{
    std::optional<int> days;
    for (const engine::Demand &demand : engine.graph().fields[field].demands) {
        if (demand.kind == engine::Demand::Kind::Tolerable && engine.isActive(demand.guard)) {
            days = std::min(days.value_or(demand.days), demand.days);
        }
    }
    return {{"days", days.value_or(0)}};
}

Json boundOf(const schema::NumberRules &rules, Keyword keyword)
{
    switch (keyword) {
    case Keyword::Minimum:
        return {{"limit", numberOf(*rules.minimum)}};
    case Keyword::Maximum:
        return {{"limit", numberOf(*rules.maximum)}};
    case Keyword::ExclusiveMinimum:
        return {{"limit", numberOf(*rules.exclusiveMinimum)}};
    case Keyword::ExclusiveMaximum:
        return {{"limit", numberOf(*rules.exclusiveMaximum)}};
    case Keyword::MultipleOf:
        return {{"multiple", *rules.multipleOf}};
    default:
        return {{"scale", *rules.scale}};
    }
}

Json argumentsOf(const engine::FormEngine &engine, engine::FieldId field, const schema::Finding &finding)
{
    const Json length = lengthOf(valueAt(engine.valueOf(field), finding));
    switch (finding.keyword) {
    case Keyword::MinLength:
        return {{"limit", finding.node->minLength}, {"length", length}};
    case Keyword::MaxLength:
        return {{"limit", finding.node->maxLength}, {"length", length}};
    case Keyword::MinItems:
        return {{"limit", finding.node->array->minItems}, {"length", length}};
    case Keyword::MaxItems:
        return {{"limit", finding.node->array->maxItems}, {"length", length}};
    case Keyword::Minimum:
    case Keyword::Maximum:
    case Keyword::ExclusiveMinimum:
    case Keyword::ExclusiveMaximum:
    case Keyword::MultipleOf:
    case Keyword::Scale:
        return boundOf(*finding.node->number, finding.keyword);
    case Keyword::Tolerable:
        return tolerableDays(engine, field);
    default:
        return finding.arguments.is_object() ? finding.arguments : Json::object();
    }
}

/// The element whose words fit best: of the column, else of the field.
std::string elementOf(
    const CompiledForm::Content &form, const std::string &key, const schema::Finding &finding)
{
    const std::string element(catalogue::splitKey(key).element);
    if (!finding.column) {
        return element;
    }
    const auto group = form.columns.find(key);
    if (group != form.columns.end() && group->second.contains(*finding.column)
        && !group->second.at(*finding.column).empty()) {
        return group->second.at(*finding.column);
    }
    return element + "." + *finding.column;
}

std::string messageKeyOf(
    const CompiledForm::Content &form, const engine::Field &field, const schema::Finding &finding)
{
    if (!finding.messageKey.empty()) {
        return finding.messageKey;
    }
    const std::string keyword(nameOf(finding.keyword));
    switch (finding.keyword) {
    case Keyword::Assert:
        return finding.assertion ? "assert." + finding.assertion->id : keyword;
    case Keyword::Tolerable:
        return keyword;
    default:
        break;
    }
    if (field.kind == engine::FieldKind::Material) {
        return finding.keyword == Keyword::Required && !finding.column ? "required-material" : keyword;
    }
    const bool hasElement = field.kind == engine::FieldKind::Field || field.kind == engine::FieldKind::Roster;
    return form.isComposed && hasElement ? elementOf(form, field.key, finding) + "/" + keyword : keyword;
}

} // namespace

Problem problemOf(const CompiledForm::Content &form, const engine::FormEngine &engine, engine::FieldId id,
    const engine::Record &record)
{
    const schema::Finding &finding = record.finding;
    const engine::Field &field = form.graph.fields[id];
    Problem problem;
    problem.field = field.key;
    problem.row = finding.row;
    problem.column = finding.column ? *finding.column : std::string();
    problem.keyword = nameOf(finding.keyword);
    problem.severity = finding.severity;
    problem.messageKey = messageKeyOf(form, field, finding);
    problem.arguments = argumentsOf(engine, id, finding);
    problem.matters = form.graph.namesOf(record.matters);
    return problem;
}

} // namespace quanke::form
