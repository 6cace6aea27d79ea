#include "core/check/rules.h"

#include <algorithm>

namespace quanke::check {

namespace {

/// The keywords somebody can fail by: each needs a message, the element's own or one for all.
constexpr std::string_view failing[]{"type", "enum", "const", "pattern", "minLength", "maxLength", "minimum",
    "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems",
    "anyOf", "oneOf", "not"};

bool isBlank(const Json &text)
{
    return !text.is_string()
        || text.get_ref<const std::string &>().find_first_not_of(" \t\r\n") == std::string::npos;
}

/// Texts of the definitions themselves: an object with one of the language tags has both, and neither is empty.
void walkTexts(const Json &value, const std::string &file, const std::string &path, Findings &findings)
{
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            walkTexts(value[i], file, below(path, i), findings);
        }
    }
    if (!value.is_object()) {
        return;
    }
    const bool isText = memberOf(value, "zh_CN") || memberOf(value, "en");
    for (const char *language : {"zh_CN", "en"}) {
        const Json *text = memberOf(value, language);
        if (isText && (!text || isBlank(*text))) {
            findings.add("text.language-missing", file, path, {{"language", language}});
        }
    }
    for (const auto &[name, member] : value.get_ref<const Json::object_t &>()) {
        walkTexts(member, file, below(path, name), findings);
    }
}

const Json *messagesOf(const Subject &subject, Language language)
{
    const auto file = subject.documents.find("messages/" + std::string(tagOf(language)) + ".json");
    return file == subject.documents.end() || !file->second.is_object() ? nullptr : &file->second;
}

std::set<std::string> placeholdersIn(const std::string &text)
{
    std::set<std::string> names;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close != std::string::npos) {
            names.insert(text.substr(open + 1, close - open - 1));
        }
    }
    return names;
}

std::string messageFile(Language language)
{
    return "messages/" + std::string(tagOf(language)) + ".json";
}

/// What one language says the other says, with the same placeholders.
void checkMessage(const std::string &key, const Json *chinese, const Json *english, Findings &findings)
{
    const bool hasChinese = chinese && !isBlank(*chinese);
    const bool hasEnglish = english && !isBlank(*english);
    if (!hasChinese || !hasEnglish) {
        const Language missing = hasChinese ? Language::English : Language::Chinese;
        findings.add("message.one-language", messageFile(missing), below("", key),
            {{"message", key}, {"language", tagOf(missing)}});
    } else if (placeholdersIn(chinese->get<std::string>()) != placeholdersIn(english->get<std::string>())) {
        findings.add(
            "message.placeholders", messageFile(Language::Chinese), below("", key), {{"message", key}});
    }
}

void checkMessages(const Subject &subject, Findings &findings)
{
    std::set<std::string> keys;
    for (const Language language : {Language::Chinese, Language::English}) {
        const Json *messages = messagesOf(subject, language);
        if (!messages) {
            findings.add("definition.missing", messageFile(language), {});
            return;
        }
        for (const auto &[key, text] : messages->get_ref<const Json::object_t &>()) {
            keys.insert(key);
        }
    }
    for (const std::string &key : keys) {
        checkMessage(key, memberOf(*messagesOf(subject, Language::Chinese), key),
            memberOf(*messagesOf(subject, Language::English), key), findings);
    }
}

bool hasMessage(const Subject &subject, const std::string &element, const std::string &keyword)
{
    const Json *messages = messagesOf(subject, Language::Chinese);
    return !messages || memberOf(*messages, keyword) || memberOf(*messages, element + '/' + keyword);
}

/// Whatever a value can fail by has words.
void checkElementMessages(const Subject &subject, Findings &findings)
{
    for (const auto &[id, element] : subject.catalogue.elements()) {
        const std::string path = below("/$defs", id);
        for (const std::string_view keyword : failing) {
            if (memberOf(element.schema, keyword) && !hasMessage(subject, id, std::string(keyword))) {
                findings.add(
                    "message.missing", "elements.json", path, {{"message", id + '/' + std::string(keyword)}});
            }
        }
        if (!hasMessage(subject, id, "required")) {
            findings.add("message.missing", "elements.json", path, {{"message", id + "/required"}});
        }
        if (memberOf(element.schema, "x-qk-scale") && !hasMessage(subject, id, "scale")) {
            findings.add("message.missing", "elements.json", path, {{"message", id + "/scale"}});
        }
    }
}

} // namespace

void checkTexts(const Subject &subject, Findings &findings)
{
    for (const auto &[path, document] : subject.documents) {
        if (!path.starts_with("messages/")) {
            walkTexts(document, path, {}, findings);
        }
    }
    checkMessages(subject, findings);
    checkElementMessages(subject, findings);
}

} // namespace quanke::check
