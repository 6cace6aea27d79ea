#include "core/base/localtext.h"

namespace quanke {

Language languageFromTag(std::string_view tag)
{
    return tag.substr(0, 2) == "en" ? Language::English : Language::Chinese;
}

std::string_view tagOf(Language language)
{
    return language == Language::Chinese ? "zh_CN" : "en";
}

} // namespace quanke
