#include "core/base/placeholders.h"

namespace quanke {

namespace {

std::string wordsOf(const Json &argument, Language language)
{
    if (argument.is_string()) {
        return argument.get<std::string>();
    }
    if (argument.is_array()) {
        std::string words;
        for (const Json &item : argument) {
            words += words.empty() ? "" : language == Language::Chinese ? "、" : ", ";
            words += wordsOf(item, language);
        }
        return words;
    }
    if (argument.is_object() && argument.contains(tagOf(language))) {
        return wordsOf(argument[std::string(tagOf(language))], language);
    }
    return argument.dump();
}

} // namespace

std::string withArguments(std::string_view text, const Json &arguments, Language language)
{
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        const auto argument = arguments.find(text.substr(open + 1, close - open - 1));
        result += text.substr(0, open);
        result += argument == arguments.end() ? std::string(text.substr(open, close - open + 1))
                                              : wordsOf(*argument, language);
        text.remove_prefix(close + 1);
    }
    result += text;
    return result;
}

} // namespace quanke
