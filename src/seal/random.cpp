#include "seal/random.h"

#include "core/base/identifier.h"
#include "seal/sodium.h"

#include <array>
#include <string_view>

namespace quanke::seal {

std::string randomBytes(std::size_t count)
{
    readySodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string makeId(const Clock &clock)
{
    readySodium();
    std::array<std::uint8_t, 10> random{};
    randombytes_buf(random.data(), random.size());
    return makeUuid7(clock.now(), random);
}

std::string randomCode(std::size_t length)
{
    readySodium();
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string code;
    for (std::size_t i = 0; i < length; ++i) {
        code += alphabet[randombytes_uniform(std::uint32_t(alphabet.size()))];
    }
    return code;
}

} // namespace quanke::seal
