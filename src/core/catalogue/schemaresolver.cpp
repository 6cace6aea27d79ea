#include "core/catalogue/schemaresolver.h"

#include "core/catalogue/annotation.h"

namespace quanke::catalogue {

namespace {

/// Keywords that only mean something together: if one of a group stands on both sides, the whole group moves.
int groupOf(std::string_view keyword)
{
    if (keyword == "if" || keyword == "then" || keyword == "else") {
        return 1;
    }
    return keyword == "items" || keyword == "prefixItems" ? 2 : 0;
}

bool speaksOfGroup(const Json &schema, int group)
{
    return group == 1 ? schema.contains("if") : schema.contains("items") || schema.contains("prefixItems");
}

/// Puts the keywords that stood beside a reference into what it named.
void combine(Json &target, Json &&siblings)
{
    Json colliding = Json::object();
    for (auto &[keyword, value] : siblings.get_ref<Json::object_t &>()) {
        const int group = groupOf(keyword);
        if (isAnnotation(keyword)) {
            target[keyword] = std::move(value);
        } else if (keyword == "allOf" && value.is_array() && target.contains("allOf")
            && target["allOf"].is_array()) {
            target["allOf"].insert(target["allOf"].end(), value.begin(), value.end());
        } else if (group != 0 ? speaksOfGroup(target, group)
                              : target.contains(keyword) && target[keyword] != value) {
            colliding[keyword] = std::move(value);
        } else {
            target[keyword] = std::move(value);
        }
    }
    if (!colliding.empty() && (!target.contains("allOf") || target["allOf"].is_array())) {
        target["allOf"].push_back(std::move(colliding));
    }
}

} // namespace

ReferenceTarget referenceTarget(std::string_view reference, std::string_view from)
{
    constexpr std::string_view fragment = "#/$defs/";
    const auto hash = reference.find(fragment);
    if (hash == std::string_view::npos) {
        return {};
    }
    const auto name = reference.substr(hash + fragment.size());
    auto path = reference.substr(0, hash);
    if (path.empty()) {
        return {std::string(from), std::string(name)};
    }
    auto folder =
        from.substr(0, from.find_last_of('/') == std::string_view::npos ? 0 : from.find_last_of('/') + 1);
    while (path.starts_with("../") && !folder.empty()) {
        path.remove_prefix(3);
        folder.remove_suffix(1);
        folder = folder.substr(
            0, folder.find_last_of('/') == std::string_view::npos ? 0 : folder.find_last_of('/') + 1);
    }
    return {std::string(folder) + std::string(path), std::string(name)};
}

SchemaResolver::SchemaResolver(Documents &documents, Reports &reports)
    : m_documents(documents)
    , m_reports(reports)
{
}

Json *SchemaResolver::definition(std::string_view file, std::string_view name)
{
    const auto document = m_documents.find(file);
    if (document == m_documents.end() || !document->second.is_object()) {
        return nullptr;
    }
    const auto definitions = document->second.find("$defs");
    if (definitions == document->second.end() || !definitions->is_object()) {
        return nullptr;
    }
    const auto found = definitions->find(name);
    if (found == definitions->end()) {
        return nullptr;
    }
    Json *definition = &*found;
    const Place root(document->first);
    const Place list = root.below("$defs");
    const Place place = list.below(found.key());
    if (m_inWork.contains(definition)) {
        m_reports.fail("definition.circle", place);
    } else if (m_resolved.insert(definition).second) {
        m_inWork.insert(definition);
        resolve(*definition, place);
        m_inWork.erase(definition);
    }
    return definition;
}

void SchemaResolver::resolve(Json &schema, const Place &place)
{
    if (schema.is_boolean()) {
        return;
    }
    if (!schema.is_object()) {
        m_reports.fail("definition.malformed", place, {{"member", ""}});
        return;
    }
    for (auto &[keyword, value] : schema.get_ref<Json::object_t &>()) {
        const auto shape = keywordValue(keyword);
        if (!shape) {
            m_reports.fail("definition.unknown-keyword", place, {{"keyword", keyword}});
        } else if (!hasShape(value, *shape)) {
            m_reports.fail("definition.malformed", place, {{"member", keyword}});
        } else {
            resolveBelow(value, place.below(keyword), *shape);
        }
    }
    putIn(schema, place);
}

void SchemaResolver::resolveBelow(Json &value, const Place &place, KeywordValue shape)
{
    if (shape == KeywordValue::Schema) {
        resolve(value, place);
    } else if (shape == KeywordValue::SchemaList) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            resolve(value[i], place.below(i));
        }
    } else if (shape == KeywordValue::SchemaByName) {
        for (auto &[name, member] : value.get_ref<Json::object_t &>()) {
            resolve(member, place.below(name));
        }
    }
}

void SchemaResolver::putIn(Json &schema, const Place &place)
{
    const auto reference = schema.find("$ref");
    if (reference == schema.end() || !reference->is_string()) {
        return;
    }
    const auto target = referenceTarget(reference->get_ref<const std::string &>(), place.file());
    const Json *named = definition(target.file, target.name);
    if (!named || !named->is_object()) {
        m_reports.fail("definition.reference", place, {{"reference", *reference}});
        return;
    }
    Json siblings = std::move(schema);
    siblings.erase("$ref");
    schema = *named;
    if (!siblings.empty()) {
        combine(schema, std::move(siblings));
    }
}

} // namespace quanke::catalogue
