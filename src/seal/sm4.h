#pragma once

#include "seal/secretbytes.h"

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace quanke::seal {

/// 32 bytes.
SecretBytes hmacSm3(const SecretBytes &key, std::string_view text);

/// SM4 in counter mode and HMAC-SM3, each with a key of its own derived from one of 32 bytes. For a run of pieces: the
/// counter goes on from piece to piece.
class Sm4 {
public:
    static constexpr std::size_t keyLength = 32;
    static constexpr std::size_t counterLength = 16;
    static constexpr std::size_t tagLength = 32;

    /// A key of another length opens nothing that a right one closed.
    Sm4(const SecretBytes &key, std::string_view counter);
    ~Sm4();
    Sm4(const Sm4 &) = delete;
    Sm4 &operator=(const Sm4 &) = delete;

    /// Both ways the same; `into` has as much room as `bytes` has.
    void apply(std::string_view bytes, unsigned char *into);

    /// Over each part and its length, so that no part can lend bytes to its neighbour.
    std::string tag(std::initializer_list<std::string_view> parts) const;

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

} // namespace quanke::seal
