#include "gateway/keys/keyfile.h"

#include "platform/durablefile.h"
#include "platform/folder.h"
#include "seal/text.h"

#include <sstream>

namespace quanke::gateway {

namespace {

Result<seal::KeyPair> readPair(const std::filesystem::path &file, const seal::KeyPair &like)
{
    const auto text = platform::readFile(file);
    if (!text) {
        return text.failure();
    }
    std::istringstream stream(*text);
    std::string secretLine;
    std::string publicLine;
    std::getline(stream, secretLine);
    std::getline(stream, publicLine);
    const auto secretKey = seal::fromBase64(secretLine);
    const auto publicKey = seal::fromBase64(publicLine);
    if (!secretKey || !publicKey || secretKey->size() != like.secretKey.size()
        || publicKey->size() != like.publicKey.size()) {
        return Failure{"key-file.malformed", {{"path", file.string()}}, {}};
    }
    return seal::KeyPair{*publicKey, seal::SecretBytes::copyOf(*secretKey)};
}

/// Whole or not there: a half-written key would lock the gateway out of what is its own.
Result<Done> writePair(const std::filesystem::path &file, const seal::KeyPair &pair)
{
    const auto text = seal::toBase64(pair.secretKey.view()) + "\n" + seal::toBase64(pair.publicKey) + "\n";
    return platform::writeWhole(
        file, [&text](platform::DurableFile &handle) { return handle.append(text); }, ".new");
}

} // namespace

bool isThere(const std::filesystem::path &file)
{
    std::error_code error;
    return std::filesystem::exists(file, error) || error; // one that cannot be seen is not made anew
}

Result<seal::KeyPair> keyPairIn(const std::filesystem::path &file, const std::function<seal::KeyPair()> &make)
{
    auto pair = make();
    if (isThere(file)) {
        return readPair(file, pair);
    }
    if (const auto written = writePair(file, pair); !written) {
        return written.failure();
    }
    return pair;
}

} // namespace quanke::gateway
