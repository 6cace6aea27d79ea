#include "core/form/offers.h"

#include "core/formats/citizenid.h"

#include <algorithm>
#include <optional>

namespace quanke::form {

namespace {

constexpr std::string_view idNumber = "person.idNo";
constexpr std::string_view idType = "person.idType";
const std::string fromIdNumber = "derived:person.idNo";
const std::string citizenIdKind = "111";

std::string textOr(const Json &values, const std::string &key, const std::string &otherwise)
{
    const auto found = values.find(key);
    return found != values.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

/// Null where there are no facts, and for an element that an identity number says nothing about.
Json factFor(const catalogue::Element &element, const std::optional<formats::CitizenIdFacts> &facts)
{
    if (facts && element.id == "person.birthDate") {
        return toText(facts->birth);
    }
    return facts && element.id == "person.sex" ? Json(facts->sex) : Json();
}

/// What the role's number says; nothing unless it is a right citizen id and the document kind is 111 or not given.
std::optional<formats::CitizenIdFacts> factsAbout(const std::string &role, const Json &values)
{
    if (textOr(values, role + std::string(idType), citizenIdKind) != citizenIdKind) {
        return std::nullopt;
    }
    return formats::factsOf(textOr(values, role + std::string(idNumber), {}));
}

} // namespace

std::vector<Offer> offersOf(const catalogue::Catalogue &catalogue, const Composition &composition,
    std::string_view key, const Json &values)
{
    const auto parts = catalogue::splitKey(key);
    if (parts.element != idNumber && parts.element != idType) {
        return {};
    }
    const std::string role = std::string(parts.role) + '/';
    const auto facts = factsAbout(role, values);
    std::vector<Offer> offers;
    for (const ComposedField &field : composition.fields) {
        if (!field.key.starts_with(role) || !field.situation.empty() || !field.providedBy.empty()) {
            continue;
        }
        const auto *element = catalogue.element(catalogue::splitKey(field.key).element);
        if (!element || std::ranges::find(element->sources, fromIdNumber) == element->sources.end()) {
            continue;
        }
        offers.push_back({field.key, factFor(*element, facts)});
    }
    return offers;
}

std::vector<Offer> usualValues(
    const catalogue::Catalogue &catalogue, const Composition &composition, const FormState &form)
{
    std::vector<Offer> offers;
    for (const ComposedField &field : composition.fields) {
        const auto *element = catalogue.element(catalogue::splitKey(field.key).element);
        const bool asked = field.situation.empty() && field.providedBy.empty() && form.isRequired(field.key)
            && !form.isReadOnly(field.key);
        if (element && asked && element->schema.contains("default") && form.value(field.key).is_null()) {
            offers.push_back({field.key, element->schema["default"]});
        }
    }
    return offers;
}

} // namespace quanke::form
