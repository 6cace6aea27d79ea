#include "core/formats/typedtext.h"

#include <algorithm>

namespace quanke::formats {

namespace {

constexpr std::string_view ideographicSpace = "\xe3\x80\x80";

/// The ASCII character of a full-width one (U+FF01 to U+FF5E) at the beginning of the text, 0 when it is
/// none.
char halfWidthOf(std::string_view text)
{
    if (text.size() < 3 || text[0] != '\xef' || (text[1] != '\xbc' && text[1] != '\xbd')) {
        return 0;
    }
    const int code = ((text[1] & 0x3f) << 6) | (text[2] & 0x3f); // U+FF01 gives 0xF01
    return code >= 0xf01 && code <= 0xf5e ? char(code - 0xf01 + 0x21) : '\0';
}

} // namespace

std::string halfWidth(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        if (const char half = halfWidthOf(text)) {
            result += half;
            text.remove_prefix(3);
        } else if (text.starts_with(ideographicSpace)) {
            result += ' ';
            text.remove_prefix(3);
        } else {
            result +=
                text.front() == '\t' || text.front() == '\n' || text.front() == '\r' ? ' ' : text.front();
            text.remove_prefix(1);
        }
    }
    const auto first = result.find_first_not_of(' ');
    return first == std::string::npos ? std::string()
                                      : result.substr(first, result.find_last_not_of(' ') - first + 1);
}

std::string without(std::string_view text, std::string_view unwanted)
{
    std::string result;
    std::ranges::copy_if(text, std::back_inserter(result),
        [unwanted](char character) { return unwanted.find(character) == std::string_view::npos; });
    return result;
}

std::string upperCase(std::string_view text)
{
    std::string result(text);
    for (char &character : result) {
        if (character >= 'a' && character <= 'z') {
            character = char(character - 'a' + 'A');
        }
    }
    return result;
}

} // namespace quanke::formats
