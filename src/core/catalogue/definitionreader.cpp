#include "core/catalogue/definitionreader.h"

#include "core/catalogue/objectreader.h"
#include "core/catalogue/schemaresolver.h"

#include <algorithm>

namespace quanke::catalogue {

std::string takeString(Json &schema, const char *member, const Place &place, Reports &reports)
{
    const auto found = schema.is_object() ? schema.find(member) : schema.end();
    if (found == schema.end()) {
        return {};
    }
    std::string text;
    if (found->is_string()) {
        text = std::move(found->get_ref<std::string &>());
    } else {
        reports.fail("definition.malformed", place, {{"member", member}});
    }
    schema.erase(found);
    return text;
}

namespace {

std::string stringAt(const Json &object, const char *member)
{
    const auto found = object.find(member);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The words of a label that may be left out.
LocalText takeText(Json &schema, const char *member, const Place &place, Reports &reports)
{
    const auto found = schema.find(member);
    if (found == schema.end()) {
        return {};
    }
    auto text = takeLocalText(*found);
    if (!text) {
        reports.fail("definition.malformed", place, {{"member", member}});
    }
    schema.erase(found);
    return std::move(text).value_or(LocalText{});
}

LocalText takeLabel(Json &schema, const Place &place, Reports &reports)
{
    if (!schema.contains("x-qk-label")) {
        reports.fail("definition.malformed", place, {{"member", "x-qk-label"}});
    }
    return takeText(schema, "x-qk-label", place, reports);
}

std::vector<std::string> takeStrings(Json &schema, const char *member, const Place &place, Reports &reports)
{
    std::vector<std::string> texts;
    const auto found = schema.find(member);
    if (found == schema.end()) {
        return texts;
    }
    for (const Json &item : *found) {
        if (found->is_array() && item.is_string()) {
            texts.push_back(item.get<std::string>());
        } else {
            reports.fail("definition.malformed", place, {{"member", member}});
        }
    }
    schema.erase(found);
    return texts;
}

Privacy takePrivacy(Json &schema, const Place &place, Reports &reports)
{
    const std::string name = takeString(schema, "x-qk-privacy", place, reports);
    if (name == "sensitive") {
        return Privacy::Sensitive;
    }
    if (name == "personal") {
        return Privacy::Personal;
    }
    if (!name.empty() && name != "none") {
        reports.fail("definition.malformed", place, {{"member", "x-qk-privacy"}});
    }
    return Privacy::None;
}

/// The list a schema takes its values from, by its reference or its items'.
std::string codeListOf(const Json &schema, const Place &place)
{
    if (stringAt(schema, "format") == "cn-division") {
        return "division";
    }
    const Json *referring =
        schema.contains("items") && schema["items"].is_object() ? &schema["items"] : &schema;
    const auto target = referenceTarget(stringAt(*referring, "$ref"), place.file());
    return target.file == "codes.json" ? target.name : std::string();
}

bool isListed(const Json &list, std::string_view name)
{
    return list.is_array() && std::ranges::find(list, Json(name)) != list.end();
}

/// The columns of a repeating group: as x-qk-columns orders them, else the required ones first.
std::vector<Column> takeColumns(Json &schema, const Place &place, Reports &reports)
{
    std::vector<std::string> order = takeStrings(schema, "x-qk-columns", place, reports);
    const auto items = schema.find("items");
    if (items == schema.end() || !items->is_object() || !items->contains("properties")
        || !(*items)["properties"].is_object()) {
        return {};
    }
    Json &properties = (*items)["properties"];
    const Json required = items->value("required", Json::array());
    if (order.empty() && required.is_array()) {
        std::ranges::copy_if(
            required, std::back_inserter(order), [](const Json &name) { return name.is_string(); });
    }
    for (const auto &[name, property] : properties.items()) {
        if (std::ranges::find(order, name) == order.end()) {
            order.push_back(name);
        }
    }
    std::vector<Column> columns;
    for (const std::string &name : order) {
        if (!properties.contains(name) || !properties[name].is_object()) {
            reports.fail("definition.malformed", place, {{"member", name}});
            continue;
        }
        Json &property = properties[name];
        const auto reference = referenceTarget(stringAt(property, "$ref"), place.file());
        columns.push_back({.name = name,
            .element = reference.file == "elements.json" ? reference.name : std::string(),
            .label = takeText(property, "x-qk-label", place, reports),
            .required = isListed(required, name)});
    }
    return columns;
}

} // namespace

Element readElement(const std::string &id, Json &schema, const Place &place, Reports &reports)
{
    Element element;
    element.id = id;
    if (!schema.is_object()) {
        reports.fail("definition.malformed", place, {{"member", ""}});
        return element;
    }
    element.label = takeLabel(schema, place, reports);
    element.hint = takeText(schema, "x-qk-hint", place, reports);
    element.unit = takeText(schema, "x-qk-unit", place, reports);
    element.standard = takeString(schema, "x-qk-standard", place, reports);
    element.privacy = takePrivacy(schema, place, reports);
    element.sources = takeStrings(schema, "x-qk-sources", place, reports);
    element.codeList = codeListOf(schema, place);
    element.columns = takeColumns(schema, place, reports);
    return element;
}

std::vector<Code> readCodes(Json &schema, const Place &place, Reports &reports)
{
    std::vector<Code> codes;
    if (!schema.is_object() || !schema.contains("enum") || !schema["enum"].is_array()) {
        return codes;
    }
    Json words = Json::object();
    if (const auto found = schema.find("x-qk-codes"); found != schema.end()) {
        words = std::move(*found);
        schema.erase(found);
    }
    for (const Json &value : schema["enum"]) {
        const std::string code = value.is_string() ? value.get<std::string>() : std::string();
        const auto word = words.is_object() ? words.find(code) : words.end();
        auto label = word == words.end() ? std::nullopt : localTextFrom(*word);
        if (label) {
            codes.push_back({code, std::move(*label)});
        } else {
            reports.fail("definition.malformed", place, {{"member", "x-qk-codes"}, {"value", value}});
        }
    }
    return codes;
}

Situation readSituation(const std::string &id, Json &schema, const Place &place, Reports &reports)
{
    Situation situation;
    situation.id = id;
    if (!schema.is_object()) {
        reports.fail("definition.malformed", place, {{"member", ""}});
        return situation;
    }
    situation.question = takeLabel(schema, place, reports);
    situation.options = readCodes(schema, place, reports);
    situation.defaultAnswer = stringAt(schema, "default");
    const bool offered = std::ranges::any_of(
        situation.options, [&](const Code &option) { return option.code == situation.defaultAnswer; });
    if (!offered) {
        reports.fail("definition.malformed", place, {{"member", "default"}});
    }
    if (const auto fills = schema.find("x-qk-fills"); fills != schema.end()) {
        for (const auto &[key, values] : fills->items()) {
            for (const auto &[answer, value] : values.items()) {
                situation.fills[key][answer] = value;
            }
        }
        schema.erase(fills);
    }
    return situation;
}

Material readMaterial(const std::string &id, Json &schema, const Place &place, Reports &reports)
{
    Material material;
    material.id = id;
    if (!schema.is_object()) {
        reports.fail("definition.malformed", place, {{"member", ""}});
        return material;
    }
    material.name = takeLabel(schema, place, reports);
    material.form = takeString(schema, "x-qk-form", place, reports);
    material.producedBy = takeString(schema, "x-qk-producedBy", place, reports);
    material.rosterKey = takeString(schema, "x-qk-roster", place, reports);
    if (const auto generated = schema.find("x-qk-generated"); generated != schema.end()) {
        material.generated = *generated == true;
        schema.erase(generated);
    }
    if (const auto json = schema.find("x-qk-licence"); json != schema.end()) {
        ObjectReader licence(&*json, place.below("x-qk-licence"), reports);
        material.licenceType = licence.text("type");
        material.keyedBy = licence.textOr("keyedBy", {});
    }
    schema.erase("x-qk-licence");
    return material;
}

Department readDepartment(const std::string &id, const Json &json, const Place &place, Reports &reports)
{
    ObjectReader reader(&json, place, reports);
    const LocalText name = reader.localText("name");
    return {.id = id,
        .name = name,
        .shortName = reader.localTextOr("short", name),
        .parent = reader.textOr("parent", {})};
}

} // namespace quanke::catalogue
