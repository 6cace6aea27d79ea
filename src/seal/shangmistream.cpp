#include "seal/random.h"
#include "seal/shangmisuite.h"
#include "seal/sm4.h"

#include <cstdint>
#include <utility>

namespace quanke::seal {

namespace {

constexpr std::size_t streamPiece = 64 * 1024;
constexpr std::size_t streamHead = 1 + Sm4::counterLength;

/// What tells a piece from those before and after it, and the last one from all.
std::string placeOf(std::uint64_t index, bool isLast)
{
    return std::to_string(index) + (isLast ? " last" : "");
}

} // namespace

Result<Done> ShangmiSuite::encryptStream(
    const SecretBytes &key, std::string_view associated, const Source &source, const Sink &sink) const
{
    const std::string head = char(number()) + randomBytes(Sm4::counterLength);
    Sm4 cipher(key, std::string_view(head).substr(1));
    if (auto written = sink(head); !written) {
        return written;
    }
    // One piece is read ahead, since the last must be known as the last.
    std::string piece;
    std::string next;
    if (auto read = fill(piece, streamPiece, source); !read) {
        return read;
    }
    bool isLast = false;
    for (std::uint64_t index = 0; !isLast; ++index, std::swap(piece, next)) {
        if (auto read = fill(next, streamPiece, source); !read) {
            return read;
        }
        isLast = next.empty();
        std::string out(piece.size(), '\0');
        cipher.apply(piece, reinterpret_cast<unsigned char *>(out.data()));
        out += cipher.tag({associated, head, placeOf(index, isLast), out});
        if (auto written = sink(out); !written) {
            return written;
        }
    }
    return Done{};
}

Result<Done> ShangmiSuite::decryptStream(
    const SecretBytes &key, std::string_view associated, const Source &source, const Sink &sink) const
{
    std::string head;
    if (auto read = fill(head, streamHead, source); !read) {
        return read;
    }
    if (head.size() != streamHead) {
        return Failure{"seal.malformed", {}, {}};
    }
    if (static_cast<unsigned char>(head[0]) != number()) {
        return Failure{"seal.wrong-suite", {{"number", static_cast<unsigned char>(head[0])}}, {}};
    }
    Sm4 cipher(key, std::string_view(head).substr(1));
    std::string sealed;
    std::string next;
    if (auto read = fill(sealed, streamPiece + Sm4::tagLength, source); !read) {
        return read;
    }
    bool isLast = false;
    for (std::uint64_t index = 0; !isLast; ++index, std::swap(sealed, next)) {
        if (auto read = fill(next, streamPiece + Sm4::tagLength, source); !read) {
            return read;
        }
        isLast = next.empty();
        if (sealed.size() < Sm4::tagLength) {
            return Failure{"seal.malformed", {}, {}}; // cut short
        }
        const auto body = std::string_view(sealed).substr(0, sealed.size() - Sm4::tagLength);
        const auto tag = std::string_view(sealed).substr(body.size());
        if (!sameBytes(cipher.tag({associated, head, placeOf(index, isLast), body}), tag)) {
            return Failure{"seal.wrong-key", {}, {}};
        }
        std::string plain(body.size(), '\0');
        cipher.apply(body, reinterpret_cast<unsigned char *>(plain.data()));
        if (auto written = sink(plain); !written) {
            return written;
        }
    }
    return Done{};
}

} // namespace quanke::seal
