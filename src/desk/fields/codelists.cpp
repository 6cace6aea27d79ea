#include "desk/fields/codelists.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/words.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace quanke::desk {

namespace {

icu::Locale localeOf(Language language)
{
    return language == Language::Chinese ? icu::Locale("zh", "CN") : icu::Locale("en");
}

std::vector<Choice> countries(Language language)
{
    std::vector<Choice> choices;
    const icu::Locale inLocale = localeOf(language);
    for (const char *const *code = icu::Locale::getISOCountries(); *code; ++code) {
        const icu::Locale country("", *code);
        icu::UnicodeString name;
        country.getDisplayCountry(inLocale, name);
        const char *three = country.getISO3Country();
        if (three && *three)
            choices.push_back({std::string(three), QString::fromUtf16(name.getBuffer(), name.length())});
    }
    const auto china = std::find_if(
        choices.begin(), choices.end(), [](const Choice &choice) { return choice.value == Json("CHN"); });
    // Nearly everybody at the window: no looking for it.
    if (china != choices.end())
        std::rotate(choices.begin(), china, china + 1);
    return choices;
}

/// "青石县 城关镇": the names of the divisions above, as far as they are known, then its own.
QString divisionName(const catalogue::Catalogue &catalogue, const std::string &code, Language language)
{
    QStringList names;
    const auto addName = [&](const std::string &above) {
        const auto found = catalogue.divisions().find(above);
        if (found != catalogue.divisions().end())
            names.append(textOf(found->second, language));
    };
    if (code.size() > 6) {
        addName(code.substr(0, 6));
        const std::string township = code.substr(0, 9) + "000";
        if (township != code)
            addName(township);
    }
    addName(code);
    return names.join(QLatin1Char(' '));
}

std::vector<Choice> divisions(const catalogue::Catalogue &catalogue, Language language)
{
    std::vector<Choice> own;
    std::vector<Choice> provinces;
    for (const auto &[code, name] : catalogue.divisions()) {
        const bool province = code.size() == 6 && code.ends_with("0000");
        (province ? provinces : own).push_back({code, divisionName(catalogue, code, language)});
    }
    std::move(provinces.begin(), provinces.end(), std::back_inserter(own));
    return own;
}

} // namespace

std::vector<Choice> choicesOf(
    const catalogue::Catalogue &catalogue, const catalogue::Element &element, Language language)
{
    if (element.codeList == "division")
        return divisions(catalogue, language);
    if (element.codeList == "country")
        return countries(language);
    std::vector<Choice> choices;
    for (const catalogue::Code &code : element.codes)
        choices.push_back({code.code, textOf(code.label, language)});
    return choices;
}

QString wordsOfCode(const catalogue::Catalogue &catalogue, const catalogue::Element &element,
    const std::string &code, Language language)
{
    if (element.codeList == "division")
        return divisionName(catalogue, code, language);
    for (const Choice &choice : choicesOf(catalogue, element, language)) {
        if (choice.value == Json(code))
            return choice.words;
    }
    return fromText(code);
}

} // namespace quanke::desk
