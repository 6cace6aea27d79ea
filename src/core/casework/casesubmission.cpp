#include "core/casework/casesubmission.h"

#include "core/casework/casefile.h"
#include "core/casework/filereference.h"
#include "core/form/form.h"

#include <set>
#include <string_view>

namespace quanke::casework {

namespace {

constexpr std::string_view situationPrefix = "situation/";

std::string textAt(const Json &values, const std::string &key)
{
    const auto found = values.find(key);
    return found != values.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What of the draft is relevant and asked. The answers travel beside the values, not among them.
Result<Json> travellingValues(const catalogue::Catalogue &catalogue, const form::Composition &composition,
    const CaseDraft &draft, Date today)
{
    const auto compiled = form::CompiledForm::compile(catalogue, composition);
    if (!compiled) {
        return compiled.failure();
    }
    Json values = draft.values;
    for (const auto &[situation, answer] : composition.answers) {
        values[std::string(situationPrefix) + situation] = answer;
    }
    form::FormState state(*compiled, today);
    state.setValues(values);
    Json travelling = state.relevantValues();
    for (const auto &[situation, answer] : composition.answers) {
        travelling.erase(std::string(situationPrefix) + situation);
    }
    return travelling;
}

} // namespace

Json applicantOf(const catalogue::Bundle &bundle, const Json &values)
{
    std::vector<std::string> roles{"applicant"};
    for (const auto &section : bundle.sections) {
        roles.insert(roles.end(), section.roles.begin(), section.roles.end());
    }
    for (const auto &role : roles) {
        const auto name = textAt(values, role + "/person.name");
        const auto number = textAt(values, role + "/person.idNo");
        if (!name.empty() && !number.empty()) {
            return {{"name", name}, {"idNo", number}};
        }
    }
    return {{"name", ""}, {"idNo", ""}};
}

Result<CaseSubmission> makeCaseSubmission(const catalogue::Catalogue &catalogue,
    const form::Composition &composition, const CaseDraft &draft, Date today)
{
    const auto *bundle = catalogue.bundle(composition.bundle);
    if (bundle == nullptr) {
        return Failure{"compose.unknown-bundle", {{"bundle", composition.bundle}}};
    }
    const auto values = travellingValues(catalogue, composition, draft, today);
    if (!values) {
        return values.failure();
    }
    Operation operation;
    operation.kind = "case.submit";
    operation.body = {{"number", draft.number}, {"bundle", composition.bundle}, {"forms", draft.formsDigest},
        {"ticked", composition.ticked}, {"answers", composition.answers}, {"values", *values},
        {"applicant", applicantOf(*bundle, *values)}, {"window", draft.window}};
    if (!draft.handings.empty()) {
        operation.body["handings"] = draft.handings;
    }
    // As the gateway will look at it.
    if (const auto checked = checkContent(catalogue, nullptr, operation, today); !checked) {
        return checked.failure();
    }
    std::set<std::string> documents;
    for (const auto &file : filesIn(*values)) {
        documents.insert(file.sha256);
    }
    return CaseSubmission{operation.body, {documents.begin(), documents.end()}};
}

} // namespace quanke::casework
