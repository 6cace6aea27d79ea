#include "seal/text.h"

#include "seal/sodium.h"

namespace quanke::seal {

std::string toBase64(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytesOf(bytes), bytes.size(), variant);
    text.pop_back(); // the terminating zero
    return text;
}

Result<std::string> fromBase64(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), text.data(),
            text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL)
        != 0) {
        return Failure{"seal.malformed", {}, {}};
    }
    bytes.resize(length);
    return bytes;
}

std::string toHex(std::string_view bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytesOf(bytes), bytes.size());
    text.pop_back();
    return text;
}

} // namespace quanke::seal
