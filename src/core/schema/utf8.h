#pragma once

#include <cstddef>
#include <string_view>

namespace quanke::schema {

struct DecodedCharacter {
    char32_t character = 0xFFFD; ///< what a byte that is no UTF-8 reads as
    std::size_t length = 1;
};

/// The character at the front; the text must not be empty.
inline DecodedCharacter decodeFirst(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto follows = [&](std::size_t at) { return at < text.size() && (byte(at) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return {first, 1};
    }
    if (first >= 0xC2 && first < 0xE0 && follows(1)) {
        return {(first & 0x1FU) << 6 | (byte(1) & 0x3FU), 2};
    }
    if (first >= 0xE0 && first < 0xF0 && follows(1) && follows(2)) {
        return {(first & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), 3};
    }
    if (first >= 0xF0 && first < 0xF5 && follows(1) && follows(2) && follows(3)) {
        return {
            (first & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 | (byte(2) & 0x3FU) << 6 | (byte(3) & 0x3FU), 4};
    }
    return {};
}

/// How many characters (code points) the text has: bytes that do not continue one.
inline std::size_t countCharacters(std::string_view text)
{
    std::size_t count = 0;
    for (const char byte : text) {
        count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return count;
}

} // namespace quanke::schema
