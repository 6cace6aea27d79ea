#pragma once

#include <string>
#include <string_view>

namespace quanke {

enum class Language { Chinese, English };

/// "zh_CN" or "en"; anything else is Chinese, the language of the halls.
Language languageFromTag(std::string_view tag);
std::string_view tagOf(Language language);

/// A text of the definitions, which carry both languages.
struct LocalText {
    std::string chinese;
    std::string english;

    const std::string &in(Language language) const
    {
        return language == Language::Chinese ? chinese : english;
    }
    bool operator==(const LocalText &) const = default;
};

} // namespace quanke
