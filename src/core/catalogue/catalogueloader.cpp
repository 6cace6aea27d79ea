#include "core/catalogue/catalogueloader.h"

#include "core/catalogue/definitionreader.h"
#include "core/catalogue/matterreader.h"
#include "core/catalogue/memberorder.h"
#include "core/catalogue/objectreader.h"

namespace quanke::catalogue {

namespace {

bool isRead(std::string_view path)
{
    return !path.starts_with("schema/") && !path.starts_with("calendar/") && !path.starts_with("practice/");
}

} // namespace

CatalogueLoader::CatalogueLoader(const DefinitionFiles &files)
    : m_files(files)
{
}

Catalogue CatalogueLoader::read()
{
    parse();
    if (!m_files.contains("elements.json")) {
        m_reports.fail("definition.missing", Place("elements.json"));
    }
    readElements();
    readSituations();
    readMaterials();
    readMatters();
    readBundles();
    takeElementSchemas();
    readNames();
    readMessages();
    return std::move(m_catalogue);
}

void CatalogueLoader::parse()
{
    for (const auto &[path, text] : m_files) {
        if (!isRead(path)) {
            continue;
        }
        auto json = parseJson(text);
        if (!json || !json->is_object()) {
            Failure failure = json ? Failure{"definition.malformed", {{"member", ""}}, {}} : json.failure();
            m_reports.fail(std::move(failure.key), Place(path), std::move(failure.arguments));
            continue;
        }
        m_documents.emplace(path, std::move(*json));
    }
}

Json *CatalogueLoader::document(std::string_view path)
{
    const auto found = m_documents.find(path);
    return found == m_documents.end() ? nullptr : &found->second;
}

template <class Read>
void CatalogueLoader::forEachDefinition(const char *path, Read &&read)
{
    Json *file = document(path);
    if (!file) {
        return;
    }
    const Place root(path);
    {
        ObjectReader reader(file, root, m_reports);
        for (const char *member : {"$schema", "$id", "title", "description"}) {
            reader.any(member);
        }
        if (!reader.object("$defs")) {
            m_reports.fail("definition.malformed", root, {{"member", "$defs"}});
            return;
        }
    }
    const Place list = root.below("$defs");
    for (auto &[id, schema] : (*file)["$defs"].get_ref<Json::object_t &>()) {
        read(id, schema, list.below(id));
    }
}

void CatalogueLoader::readElements()
{
    std::map<std::string, std::vector<Code>> lists;
    std::map<std::string, std::string> standards;
    forEachDefinition("codes.json", [&](const std::string &id, Json &schema, const Place &place) {
        lists[id] = readCodes(schema, place, m_reports);
        standards[id] = takeString(schema, "x-qk-standard", place, m_reports);
    });
    forEachDefinition("elements.json", [&](const std::string &id, Json &schema, const Place &place) {
        Element element = readElement(id, schema, place, m_reports);
        if (const auto list = lists.find(element.codeList); list != lists.end()) {
            element.codes = list->second;
            element.standard = element.standard.empty() ? standards[list->first] : element.standard;
        }
        m_catalogue.m_elements.emplace(id, std::move(element));
    });
    for (auto &[id, element] : m_catalogue.m_elements) {
        m_resolver.definition("elements.json", id);
        labelColumns(element);
    }
    int position = 0;
    if (document("elements.json")) {
        for (const std::string_view id : definitionOrder(m_files.at("elements.json"))) {
            if (const auto element = m_catalogue.m_elements.find(id);
                element != m_catalogue.m_elements.end()) {
                element->second.position = position++;
            }
        }
    }
}

/// Nothing refers to them any more.
void CatalogueLoader::takeElementSchemas()
{
    for (auto &[id, element] : m_catalogue.m_elements) {
        element.schema = std::move(*m_resolver.definition("elements.json", id));
    }
}

void CatalogueLoader::labelColumns(Element &element)
{
    for (Column &column : element.columns) {
        const Element *named = m_catalogue.element(column.element);
        if (column.label == LocalText{} && named) {
            column.label = named->label;
        }
    }
}

void CatalogueLoader::readSituations()
{
    forEachDefinition("situations.json", [&](const std::string &id, Json &schema, const Place &place) {
        m_catalogue.m_situations.emplace(id, readSituation(id, schema, place, m_reports));
    });
    for (const auto &[id, situation] : m_catalogue.m_situations) {
        m_resolver.definition("situations.json", id);
    }
}

void CatalogueLoader::readMaterials()
{
    forEachDefinition("materials.json", [&](const std::string &id, Json &schema, const Place &place) {
        if (id != "file") {
            m_catalogue.m_materials.emplace(id, readMaterial(id, schema, place, m_reports));
        }
    });
    for (const auto &[id, material] : m_catalogue.m_materials) {
        m_resolver.definition("materials.json", id);
    }
}

void CatalogueLoader::readMatters()
{
    for (auto &[path, json] : m_documents) {
        if (!path.starts_with("matters/")) {
            continue;
        }
        const Place place(path);
        Matter matter = readMatter(std::move(json), place, m_reports);
        m_resolver.resolve(matter.schema, place);
        for (Variant &variant : matter.variants) {
            m_resolver.resolve(variant.condition, place.below("x-qk-matter"));
        }
        const std::string id = matter.id;
        if (!id.empty() && !m_catalogue.m_matters.emplace(id, std::move(matter)).second) {
            m_reports.fail("definition.twice", place, {{"id", id}});
        }
    }
}

void CatalogueLoader::readBundles()
{
    for (auto &[path, json] : m_documents) {
        if (!path.starts_with("bundles/")) {
            continue;
        }
        const Place place(path);
        Bundle bundle = readBundle(json, place, m_reports);
        for (BundleMatter &matter : bundle.matters) {
            if (matter.offerIf) {
                m_resolver.resolve(*matter.offerIf, place.below("matters"));
            }
        }
        const std::string id = bundle.id;
        if (!id.empty() && !m_catalogue.m_bundles.emplace(id, std::move(bundle)).second) {
            m_reports.fail("definition.twice", place, {{"id", id}});
        }
    }
}

void CatalogueLoader::readNames()
{
    const auto readTexts = [this](const char *path, ById<LocalText> &into) {
        const Json *file = document(path);
        if (!file) {
            return;
        }
        const Place root(path);
        for (const auto &[id, value] : file->get_ref<const Json::object_t &>()) {
            if (id.starts_with('$')) {
                continue;
            }
            const auto text = localTextFrom(value);
            if (!text) {
                m_reports.fail("definition.malformed", root, {{"member", id}});
                continue;
            }
            into.emplace(id, *text);
        }
    };
    readTexts("roles.json", m_catalogue.m_roles);
    readTexts("divisions.json", m_catalogue.m_divisions);
    if (const Json *file = document("departments.json")) {
        const Place root("departments.json");
        for (const auto &[id, json] : file->get_ref<const Json::object_t &>()) {
            if (!id.starts_with('$')) {
                m_catalogue.m_departments.emplace(id, readDepartment(id, json, root.below(id), m_reports));
            }
        }
    }
}

void CatalogueLoader::readMessages()
{
    for (const Language language : {Language::Chinese, Language::English}) {
        const std::string path = "messages/" + std::string(tagOf(language)) + ".json";
        const Json *file = document(path);
        if (!file) {
            continue;
        }
        for (const auto &[key, value] : file->get_ref<const Json::object_t &>()) {
            if (!value.is_string()) {
                m_reports.fail("definition.malformed", Place(path), {{"member", key}});
                continue;
            }
            LocalText &text = m_catalogue.m_messages[key];
            (language == Language::Chinese ? text.chinese : text.english) = value.get<std::string>();
        }
    }
}

} // namespace quanke::catalogue
