#include "core/form/composition.h"

#include "core/form/compiledform.h"
#include "core/form/composer.h"
#include "core/schema/nodecompiler.h"

namespace quanke::form {

namespace {

std::string_view nameOf(Need need)
{
    switch (need) {
    case Need::Required:
        return "required";
    case Need::Tolerable:
        return "tolerable";
    case Need::Optional:
        break;
    }
    return "optional";
}

std::string_view nameOf(MaterialSource source)
{
    switch (source) {
    case MaterialSource::Generated:
        return "generated";
    case MaterialSource::Produced:
        return "produced";
    case MaterialSource::Library:
        return "library";
    case MaterialSource::Applicant:
        break;
    }
    return "applicant";
}

bool holdsUnder(const Json &condition, const Json &answers)
{
    schema::NodeStore store;
    schema::NodeCompiler compiler(store, nullptr);
    const auto *node = compiler.compile({&condition, &condition}, catalogue::Place("offerIf"));
    return node && schema::satisfies(*node, answers);
}

} // namespace

Result<Composition> compose(const catalogue::Catalogue &catalogue, const std::string &bundle,
    const std::vector<std::string> &ticked, const Answers &answers)
{
    return Composer(catalogue).compose(bundle, ticked, answers);
}

Result<ComposedForm> composeForm(const catalogue::Catalogue &catalogue, const std::string &bundle,
    const std::vector<std::string> &ticked, const Answers &answers)
{
    Composer composer(catalogue);
    auto composition = composer.compose(bundle, ticked, answers);
    if (!composition) {
        return composition.failure();
    }
    auto form = formOf(catalogue, *composition, composer.takeGraph());
    return ComposedForm{std::move(*composition), std::move(form)};
}

FormSource freshForms(const catalogue::Catalogue &catalogue)
{
    return [&catalogue](const std::string &bundle, const std::vector<std::string> &ticked,
               const Answers &answers) -> Result<std::shared_ptr<const ComposedForm>> {
        auto composed = composeForm(catalogue, bundle, ticked, answers);
        if (!composed) {
            return composed.failure();
        }
        return std::make_shared<const ComposedForm>(std::move(*composed));
    };
}

std::vector<std::string> offeredMatters(
    const catalogue::Catalogue &catalogue, const std::string &bundleId, const Answers &answers)
{
    std::vector<std::string> offered;
    const auto *bundle = catalogue.bundle(bundleId);
    if (!bundle) {
        return offered;
    }
    Json given = Json::object();
    for (const std::string &id : bundle->situations) {
        const auto *situation = catalogue.situation(id);
        const auto answer = answers.find(id);
        if (situation) {
            given["situation/" + id] = answer == answers.end() ? situation->defaultAnswer : answer->second;
        }
    }
    for (const auto &entry : bundle->matters) {
        if (entry.mandatory || (entry.offerIf && holdsUnder(*entry.offerIf, given))) {
            offered.push_back(entry.matter);
        }
    }
    return offered;
}

OrderedJson toJson(const Composition &composition)
{
    OrderedJson fields = OrderedJson::array();
    for (const ComposedField &field : composition.fields) {
        fields.push_back({{"key", field.key}, {"required", field.required}, {"matters", field.matters},
            {"providedBy", field.providedBy.empty() ? OrderedJson() : OrderedJson(field.providedBy)}});
    }
    OrderedJson materials = OrderedJson::array();
    for (const ComposedMaterial &material : composition.materials) {
        materials.push_back({{"id", material.id}, {"need", nameOf(material.need)},
            {"tolerateDays", material.tolerateDays}, {"originals", material.originals},
            {"copies", material.copies}, {"matters", material.matters}, {"source", nameOf(material.source)}});
    }
    OrderedJson unmet = OrderedJson::array();
    for (const auto &[matter, missing] : composition.unmet) {
        unmet.push_back(OrderedJson::array({matter, missing}));
    }
    const Savings &savings = composition.savings;
    return {{"bundle", composition.bundle}, {"ticked", composition.ticked}, {"fields", std::move(fields)},
        {"materials", std::move(materials)}, {"stages", composition.stages}, {"unmet", std::move(unmet)},
        {"savings",
            {{"fieldsSeparately", savings.fieldsSeparately}, {"fieldsMerged", savings.fieldsMerged},
                {"materialsSeparately", savings.materialsSeparately},
                {"materialsMerged", savings.materialsMerged}}}};
}

} // namespace quanke::form
