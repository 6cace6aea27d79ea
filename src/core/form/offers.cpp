#include "core/form/offers.h"

#include "core/formats/citizenid.h"

#include <algorithm>

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

/// Null for an element that an identity number says nothing about.
Json factFor(const catalogue::Element &element, const formats::CitizenIdFacts &facts)
{
    if (element.id == "person.birthDate") {
        return toText(facts.birth);
    }
    return element.id == "person.sex" ? Json(facts.sex) : Json();
}

} // namespace

std::vector<Offer> offersOf(const catalogue::Catalogue &catalogue, const Composition &composition,
    std::string_view key, const Json &values)
{
    const auto parts = catalogue::splitKey(key);
    if (parts.element != idNumber) {
        return {};
    }
    const std::string role = std::string(parts.role) + '/';
    if (textOr(values, role + std::string(idType), citizenIdKind) != citizenIdKind) {
        return {};
    }
    const auto facts = formats::factsOf(textOr(values, std::string(key), {}));
    if (!facts) {
        return {};
    }
    std::vector<Offer> offers;
    for (const ComposedField &field : composition.fields) {
        if (!field.key.starts_with(role) || !field.situation.empty() || !field.providedBy.empty()) {
            continue;
        }
        const auto *element = catalogue.element(catalogue::splitKey(field.key).element);
        if (!element || std::ranges::find(element->sources, fromIdNumber) == element->sources.end()) {
            continue;
        }
        if (Json fact = factFor(*element, *facts); !fact.is_null()) {
            offers.push_back({field.key, std::move(fact)});
        }
    }
    return offers;
}

std::vector<Offer> usualValues(
    const catalogue::Catalogue &catalogue, const Composition &composition, const FormState &form)
{
    std::vector<Offer> offers;
    for (const ComposedField &field : composition.fields) {
        const auto *element = catalogue.element(catalogue::splitKey(field.key).element);
        const bool asked = field.situation.empty() && field.providedBy.empty() && form.isRelevant(field.key)
            && !form.isReadOnly(field.key);
        if (element && asked && element->schema.contains("default") && form.value(field.key).is_null()) {
            offers.push_back({field.key, element->schema["default"]});
        }
    }
    return offers;
}

} // namespace quanke::form
