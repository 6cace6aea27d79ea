#include "core/catalogue/catalogue.h"

#include "core/base/placeholders.h"
#include "core/catalogue/catalogueloader.h"

#include <cctype>

namespace quanke::catalogue {

namespace {

template <class Value>
const Value *find(const std::map<std::string, Value, std::less<>> &map, std::string_view id)
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

bool isUpper(char character)
{
    return std::isupper(static_cast<unsigned char>(character)) != 0;
}

bool startsWithIgnoringCase(std::string_view text, std::string_view start)
{
    const auto same = [](char left, char right) {
        return std::tolower(static_cast<unsigned char>(left))
            == std::tolower(static_cast<unsigned char>(right));
    };
    return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), same);
}

/// "Mobile phone" inside a sentence: "mobile phone"; "ID number" stays.
std::string insideSentence(std::string text)
{
    const bool acronym = text.size() > 1 && isUpper(text[1]);
    if (!text.empty() && isUpper(text[0]) && !acronym) {
        text[0] = char(std::tolower(static_cast<unsigned char>(text[0])));
    }
    return text;
}

} // namespace

Result<Catalogue> Catalogue::load(const DefinitionFiles &files)
{
    CatalogueLoader loader(files);
    Catalogue catalogue = loader.read();
    if (!loader.reports().failures.empty()) {
        return loader.reports().failures.front();
    }
    return catalogue;
}

const Element *Catalogue::element(std::string_view id) const
{
    return find(m_elements, id);
}

const Situation *Catalogue::situation(std::string_view id) const
{
    return find(m_situations, id);
}

const Material *Catalogue::material(std::string_view id) const
{
    return find(m_materials, id);
}

const Matter *Catalogue::matter(std::string_view id) const
{
    return find(m_matters, id);
}

const Bundle *Catalogue::bundle(std::string_view id) const
{
    return find(m_bundles, id);
}

const Department *Catalogue::department(std::string_view id) const
{
    return find(m_departments, id);
}

std::string Catalogue::message(std::string_view key, const Json &arguments, Language language) const
{
    for (std::string_view rest = key;;) {
        if (const LocalText *text = find(m_messages, rest); text && !text->in(language).empty()) {
            return withArguments(text->in(language), arguments, language);
        }
        const auto slash = rest.find('/');
        if (slash == std::string_view::npos) {
            return std::string(key);
        }
        rest.remove_prefix(slash + 1);
    }
}

LocalText Catalogue::labelOfKey(std::string_view key) const
{
    const FieldKey parts = splitKey(key);
    if (isSituationKey(key)) {
        const Situation *asked = situation(parts.element);
        return asked ? asked->question : LocalText{std::string(key), std::string(key)};
    }
    if (const Material *asked = parts.role.empty() ? material(key) : nullptr) {
        return asked->name;
    }
    const Element *named = element(parts.element);
    LocalText label = named ? named->label : LocalText{std::string(key), std::string(key)};
    const LocalText *role = find(m_roles, parts.role);
    const bool ownGround = parts.element.starts_with(std::string(parts.role) + '.');
    if (!named || !role || ownGround) {
        return label;
    }
    const bool doubled = label.chinese.starts_with(role->chinese);
    const bool doubledInEnglish = startsWithIgnoringCase(label.english, role->english);
    return {doubled ? label.chinese : role->chinese + label.chinese,
        doubledInEnglish ? label.english : role->english + ": " + insideSentence(label.english)};
}

LocalText Catalogue::labelUnder(const LocalText &heading, std::string_view key) const
{
    const FieldKey parts = splitKey(key);
    const Element *named = element(parts.element);
    const LocalText *role = find(m_roles, parts.role);
    LocalText label = labelOfKey(key);
    if (named && role && role->chinese == heading.chinese) {
        label.chinese = named->label.chinese;
    }
    if (named && role && role->english == heading.english) {
        label.english = named->label.english;
    }
    return label;
}

std::string pinnedText(const DefinitionFiles &files)
{
    std::string text;
    for (const auto &[path, content] : files) {
        text += path + '\n' + std::to_string(content.size()) + '\n' + content;
    }
    return text;
}

FieldKey splitKey(std::string_view key)
{
    const auto slash = key.find('/');
    return slash == std::string_view::npos ? FieldKey{{}, key}
                                           : FieldKey{key.substr(0, slash), key.substr(slash + 1)};
}

bool isSituationKey(std::string_view key)
{
    return key.starts_with("situation/");
}

} // namespace quanke::catalogue
