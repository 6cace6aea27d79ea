#include "core/catalogue/memberorder.h"

namespace quanke::catalogue {

namespace {

/// The end of the string that begins at `from` (its opening quote): the position of the closing quote.
std::size_t endOfString(std::string_view text, std::size_t from)
{
    for (std::size_t at = from + 1; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at;
        }
    }
    return text.size();
}

bool isFollowedByColon(std::string_view text, std::size_t end)
{
    const auto next = text.find_first_not_of(" \t\r\n", end + 1);
    return next != std::string_view::npos && text[next] == ':';
}

} // namespace

std::vector<std::string_view> definitionOrder(std::string_view text)
{
    std::vector<std::string_view> names;
    int depth = 0;
    bool inDefinitions = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        if (character == '{' || character == '[') {
            ++depth;
        } else if (character == '}' || character == ']') {
            --depth;
        } else if (character == '"') {
            const std::size_t end = endOfString(text, at);
            const auto name = text.substr(at + 1, end - at - 1);
            if (depth == 1 && isFollowedByColon(text, end)) {
                inDefinitions = name == "$defs";
            } else if (depth == 2 && inDefinitions && isFollowedByColon(text, end)) {
                names.push_back(name);
            }
            at = end;
        }
    }
    return names;
}

} // namespace quanke::catalogue
