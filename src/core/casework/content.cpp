#include "core/casework/casefile.h"

#include "core/casework/conflict.h"
#include "core/casework/part.h"
#include "core/form/form.h"

#include <algorithm>
#include <set>

namespace quanke::casework {

namespace {

Json toJson(const form::Problem &problem)
{
    return {{"field", problem.field}, {"row", problem.row}, {"column", problem.column},
        {"keyword", problem.keyword},
        {"severity", problem.severity == form::Severity::Error ? "error" : "warning"},
        {"messageKey", problem.messageKey}, {"arguments", problem.arguments}, {"matters", problem.matters}};
}

/// The outcome of checking: fine unless an error is among the problems.
Result<Done> outcomeOf(const std::vector<form::Problem> &problems)
{
    Json errors = Json::array();
    for (const auto &problem : problems) {
        if (problem.severity == form::Severity::Error) {
            errors.push_back(toJson(problem));
        }
    }
    if (errors.empty()) {
        return Done{};
    }
    return Failure{"case.invalid", {{"problems", errors}}, {}};
}

form::Problem unknownKey(const std::string &key)
{
    form::Problem problem;
    problem.field = key;
    problem.keyword = "unknown";
    problem.messageKey = "unknown";
    return problem;
}

/// A hidden, awaited or unknown field never travels, so one that does is refused rather than dropped unseen.
Result<form::FormState> checkSubmission(const form::FormSource &forms, const Operation &operation, Date today)
{
    CaseFile file;
    file.bundle = operation.body["bundle"].get<std::string>();
    file.ticked = operation.body["ticked"].get<std::vector<std::string>>();
    file.answers = operation.body["answers"].get<form::Answers>();
    const auto &values = operation.body["values"];
    auto state = stateOf(forms, file, values, today);
    if (!state) {
        return state;
    }
    auto problems = state->problems();
    for (const auto &[key, value] : values.items()) {
        if (!state->travels(key)) {
            problems.push_back(unknownKey(key));
        }
    }
    const auto outcome = outcomeOf(problems);
    return outcome ? std::move(state) : outcome.failure();
}

/// Only what the supplement itself makes wrong counts: it can neither touch nor mend anything else.
Result<Done> checkSupplement(
    const form::FormSource &forms, const CaseFile &file, const Operation &operation, Date today)
{
    const auto &supplied = operation.body["values"];
    const auto before = stateOf(forms, file, file.values, today);
    if (!before) {
        return before.failure();
    }
    Json values = file.values;
    for (const auto &[key, value] : supplied.items()) {
        if (value.is_null()) {
            values.erase(key);
        } else {
            values[key] = value;
        }
    }
    const auto after = stateOf(forms, file, values, today);
    if (!after) {
        return after.failure();
    }
    auto problems = after->problems();
    const auto old = before->problems();
    std::erase_if(problems, [&](const form::Problem &problem) {
        return !supplied.contains(problem.field) && std::ranges::find(old, problem) != old.end();
    });
    for (const auto &[key, value] : supplied.items()) {
        if (!value.is_null() && !after->isRelevant(key)) {
            problems.push_back(unknownKey(key));
        }
    }
    return outcomeOf(problems);
}

/// An approval carries every output of the matter, each as its element demands.
Result<Done> checkDecision(const catalogue::Catalogue &catalogue, const Operation &operation, Date today)
{
    const auto *matter = catalogue.matter(operation.body["matter"].get<std::string>());
    if (matter == nullptr || operation.body["outcome"] != "approved") {
        return Done{};
    }
    Json schema{{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
    for (const auto &key : matter->result.outputs) {
        if (const auto *element = catalogue.element(catalogue::splitKey(key).element); element != nullptr) {
            schema["properties"][key] = element->schema;
            schema["required"].push_back(key);
        }
    }
    const auto compiled = form::CompiledForm::compile(schema);
    if (!compiled) {
        return compiled.failure();
    }
    const form::FormState state(*compiled, today, operation.body["outputs"]);
    auto problems = state.problems();
    for (auto &problem : problems) {
        problem.matters = {matter->id};
    }
    return outcomeOf(problems);
}

/// What kinds other than the submission bring.
Result<Done> checkAct(const catalogue::Catalogue &catalogue, const form::FormSource &forms,
    const CaseFile *file, const Operation &operation, Date today)
{
    if (operation.kind == "subcase.supplement" && file != nullptr) {
        if (rivalsOf(catalogue, *file, operation).empty()) {
            return checkSupplement(forms, *file, operation, today);
        }
        const auto base = baseOf(catalogue, *file, operation);
        return base ? checkSupplement(forms, *base, operation, today) : Result<Done>(base.failure());
    }
    if (operation.kind == "subcase.decide") {
        return checkDecision(catalogue, operation, today);
    }
    return Done{};
}

} // namespace

Result<Done> checkContent(
    const catalogue::Catalogue &catalogue, const CaseFile *file, const Operation &operation, Date today)
{
    const auto checked = checkContent(catalogue, form::freshForms(catalogue), file, operation, today);
    return checked ? Result<Done>(Done{}) : checked.failure();
}

Result<std::optional<form::FormState>> checkContent(const catalogue::Catalogue &catalogue,
    const form::FormSource &forms, const CaseFile *file, const Operation &operation, Date today)
{
    if (operation.kind == "case.submit") {
        auto state = checkSubmission(forms, operation, today);
        return state ? Result<std::optional<form::FormState>>(std::move(*state)) : state.failure();
    }
    const auto checked = checkAct(catalogue, forms, file, operation, today);
    return checked ? Result<std::optional<form::FormState>>(std::nullopt) : checked.failure();
}

} // namespace quanke::casework
