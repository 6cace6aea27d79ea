#include "seal/sodiumsuite.h"

#include "seal/sodium.h"

namespace quanke::seal {

namespace {

constexpr std::size_t pieceLength = 64 * 1024;
constexpr std::size_t sealedPieceLength = pieceLength + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t headerLength = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

/// The running state of a stream holds a key, so it is wiped when it goes.
struct StreamState {
    crypto_secretstream_xchacha20poly1305_state state{};
    ~StreamState() { sodium_memzero(&state, sizeof state); }
};

} // namespace

Result<Done> SodiumSuite::encryptStream(
    const SecretBytes &key, std::string_view associated, const Source &source, const Sink &sink) const
{
    StreamState stream;
    std::string out(1 + headerLength, '\0');
    out[0] = char(number());
    crypto_secretstream_xchacha20poly1305_init_push(
        &stream.state, reinterpret_cast<unsigned char *>(out.data()) + 1, key.data());
    if (auto written = sink(out); !written) {
        return written;
    }
    // One piece is read ahead, since the last must be known as the last.
    std::string piece;
    std::string next;
    if (auto read = fill(piece, pieceLength, source); !read) {
        return read;
    }
    for (bool last = false; !last; std::swap(piece, next)) {
        if (auto read = fill(next, pieceLength, source); !read) {
            return read;
        }
        last = next.empty();
        out.resize(piece.size() + crypto_secretstream_xchacha20poly1305_ABYTES);
        const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
        crypto_secretstream_xchacha20poly1305_push(&stream.state,
            reinterpret_cast<unsigned char *>(out.data()), nullptr, bytesOf(piece), piece.size(),
            bytesOf(associated), associated.size(), tag);
        if (auto written = sink(out); !written) {
            return written;
        }
    }
    return Done{};
}

Result<Done> SodiumSuite::decryptStream(
    const SecretBytes &key, std::string_view associated, const Source &source, const Sink &sink) const
{
    std::string header;
    if (auto read = fill(header, 1 + headerLength, source); !read) {
        return read;
    }
    if (header.size() != 1 + headerLength) {
        return Failure{"seal.malformed", {}, {}};
    }
    if (static_cast<unsigned char>(header[0]) != number()) {
        return Failure{"seal.wrong-suite", {{"number", static_cast<unsigned char>(header[0])}}, {}};
    }
    StreamState stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, bytesOf(header) + 1, key.data())
        != 0) {
        return Failure{"seal.wrong-key", {}, {}};
    }
    std::string sealed;
    std::string plain;
    for (unsigned char tag = 0; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL;) {
        if (auto read = fill(sealed, sealedPieceLength, source); !read) {
            return read;
        }
        if (sealed.size() < crypto_secretstream_xchacha20poly1305_ABYTES) {
            return Failure{"seal.malformed", {}, {}}; // cut short
        }
        plain.resize(sealed.size() - crypto_secretstream_xchacha20poly1305_ABYTES);
        if (crypto_secretstream_xchacha20poly1305_pull(&stream.state,
                reinterpret_cast<unsigned char *>(plain.data()), nullptr, &tag, bytesOf(sealed),
                sealed.size(), bytesOf(associated), associated.size())
            != 0) {
            return Failure{"seal.wrong-key", {}, {}};
        }
        if (auto written = sink(plain); !written) {
            return written;
        }
    }
    std::string more;
    if (auto read = fill(more, 1, source); !read) {
        return read;
    }
    return more.empty() ? Result<Done>(Done{}) : Failure{"seal.malformed", {}, {}};
}

} // namespace quanke::seal
