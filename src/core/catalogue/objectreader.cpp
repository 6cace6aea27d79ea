#include "core/catalogue/objectreader.h"

#include <algorithm>
#include <limits>

namespace quanke::catalogue {

namespace {

const Json &emptyObject()
{
    static const Json empty = Json::object();
    return empty;
}

bool isLocalText(const Json &value)
{
    const auto isText = [&](const char *language) {
        const auto found = value.find(language);
        return found != value.end() && found->is_string();
    };
    return value.is_object() && value.size() == 2 && isText("zh_CN") && isText("en");
}

} // namespace

std::optional<LocalText> localTextFrom(const Json &value)
{
    return isLocalText(value)
        ? std::optional(LocalText{value.at("zh_CN").get<std::string>(), value.at("en").get<std::string>()})
        : std::nullopt;
}

std::optional<LocalText> takeLocalText(Json &value)
{
    return isLocalText(value) ? std::optional(LocalText{std::move(value["zh_CN"].get_ref<std::string &>()),
               std::move(value["en"].get_ref<std::string &>())})
                              : std::nullopt;
}

ObjectReader::ObjectReader(const Json *object, const Place &place, Reports &reports)
    : m_object(object && object->is_object() ? *object : emptyObject())
    , m_place(place)
    , m_reports(reports)
{
    if (&m_object != object) {
        m_reports.fail("definition.malformed", place, {{"member", ""}});
    }
}

ObjectReader::~ObjectReader()
{
    for (const auto &[name, value] : m_object.get_ref<const Json::object_t &>()) {
        if (std::ranges::find(m_asked, name) == m_asked.end()) {
            m_reports.strangers.push_back({"definition.unknown-member",
                {{"path", m_place.file()}, {"place", m_place.pointer()}, {"member", name}}, {}});
        }
    }
}

const Json *ObjectReader::member(const char *name)
{
    m_asked.emplace_back(name);
    const auto found = m_object.find(name);
    return found == m_object.end() ? nullptr : &*found;
}

void ObjectReader::malformed(const char *name)
{
    m_reports.fail("definition.malformed", m_place, {{"member", name}});
}

std::string ObjectReader::text(const char *name)
{
    const Json *value = member(name);
    if (!value || !value->is_string() || value->get_ref<const std::string &>().empty()) {
        malformed(name);
        return {};
    }
    return value->get<std::string>();
}

std::string ObjectReader::textOr(const char *name, const std::string &otherwise)
{
    return member(name) ? text(name) : otherwise;
}

bool ObjectReader::flag(const char *name, bool otherwise)
{
    const Json *value = member(name);
    if (value && !value->is_boolean()) {
        malformed(name);
    }
    return value && value->is_boolean() ? value->get<bool>() : otherwise;
}

std::optional<int> ObjectReader::integer(const char *name)
{
    const Json *value = member(name);
    if (!value || value->is_null()) {
        return std::nullopt;
    }
    if (!value->is_number_integer() || value->get<std::int64_t>() < 0
        || value->get<std::int64_t>() > std::numeric_limits<int>::max()) {
        malformed(name);
        return std::nullopt;
    }
    return value->get<int>();
}

LocalText ObjectReader::localText(const char *name)
{
    const Json *value = member(name);
    const auto text = value ? localTextFrom(*value) : std::nullopt;
    if (!text) {
        malformed(name);
    }
    return text.value_or(LocalText{});
}

LocalText ObjectReader::localTextOr(const char *name, const LocalText &otherwise)
{
    return member(name) ? localText(name) : otherwise;
}

std::vector<std::string> ObjectReader::texts(const char *name)
{
    std::vector<std::string> texts;
    if (const Json *items = list(name)) {
        for (const Json &item : *items) {
            if (!item.is_string()) {
                malformed(name);
                break;
            }
            texts.push_back(item.get<std::string>());
        }
    }
    return texts;
}

const Json *ObjectReader::object(const char *name)
{
    const Json *value = member(name);
    if (value && !value->is_object()) {
        malformed(name);
        return nullptr;
    }
    return value;
}

const Json *ObjectReader::list(const char *name)
{
    const Json *value = member(name);
    if (value && !value->is_array()) {
        malformed(name);
        return nullptr;
    }
    return value;
}

const Json *ObjectReader::any(const char *name)
{
    return member(name);
}

int ObjectReader::word(const char *name, std::initializer_list<const char *> words)
{
    const Json *value = member(name);
    if (value && value->is_string()) {
        const auto found = std::ranges::find_if(
            words, [value](const char *word) { return value->get_ref<const std::string &>() == word; });
        if (found != words.end()) {
            return int(found - words.begin());
        }
    }
    malformed(name);
    return 0;
}

} // namespace quanke::catalogue
