#include "core/base/identifier.h"

namespace quanke {

std::string makeUuid7(Instant now, const std::array<std::uint8_t, 10> &random)
{
    std::array<std::uint8_t, 16> bytes{};
    const auto milliseconds = std::uint64_t(now.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = std::uint8_t(milliseconds >> (8 * (5 - i)));
    }
    for (std::size_t i = 0; i < random.size(); ++i) {
        bytes[6 + i] = random[i];
    }
    bytes[6] = std::uint8_t(0x70 | (bytes[6] & 0x0f)); // version
    bytes[8] = std::uint8_t(0x80 | (bytes[8] & 0x3f)); // variant

    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        text += hex[bytes[i] >> 4];
        text += hex[bytes[i] & 0x0f];
    }
    return text;
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool digit = (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
        if (dash ? character != '-' : !digit) {
            return false;
        }
    }
    return true;
}

} // namespace quanke
