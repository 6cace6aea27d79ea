#include "gateway/service/receiptsigner.h"

#include "gateway/store/durablefile.h"
#include "platform/folder.h"
#include "seal/text.h"

#include <sstream>

namespace quanke::gateway {

namespace {

Result<seal::KeyPair> readPair(const std::filesystem::path &file)
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
    constexpr std::size_t secretBytes = 64;
    constexpr std::size_t publicBytes = 32;
    if (!secretKey || !publicKey || secretKey->size() != secretBytes || publicKey->size() != publicBytes) {
        return Failure{"receipt-key.malformed", {{"path", file.string()}}, {}};
    }
    seal::KeyPair pair;
    pair.publicKey = *publicKey;
    pair.secretKey = seal::SecretBytes::copyOf(*secretKey);
    return pair;
}

/// Written under another name first: a half-written key would lock the gateway out of its own receipts.
Result<Done> writePair(const std::filesystem::path &file, const seal::KeyPair &pair)
{
    const auto unfinished = file.string() + ".new";
    std::filesystem::remove(unfinished);
    auto handle = DurableFile::open(unfinished);
    if (!handle) {
        return handle.failure();
    }
    const auto text = seal::toBase64(pair.secretKey.view()) + "\n" + seal::toBase64(pair.publicKey) + "\n";
    if (auto written = handle->writeAt(0, text); !written) {
        return written;
    }
    if (auto synced = handle->sync(); !synced) {
        return synced;
    }
    return moveDurably(unfinished, file);
}

} // namespace

ReceiptSigner::ReceiptSigner(
    std::shared_ptr<const seal::Suite> suite, std::shared_ptr<const seal::KeyPair> pair)
    : m_suite(std::move(suite))
    , m_pair(std::move(pair))
{
}

Result<ReceiptSigner> ReceiptSigner::open(const std::filesystem::path &file)
{
    auto suite = seal::makeSodiumSuite();
    if (std::filesystem::exists(file)) {
        auto pair = readPair(file);
        if (!pair) {
            return pair.failure();
        }
        return ReceiptSigner(std::move(suite), std::make_shared<seal::KeyPair>(std::move(*pair)));
    }
    auto pair = std::make_shared<seal::KeyPair>(suite->makeSigningPair());
    if (const auto written = writePair(file, *pair); !written) {
        return written.failure();
    }
    return ReceiptSigner(std::move(suite), std::move(pair));
}

std::string ReceiptSigner::publicKey() const
{
    return seal::toBase64(m_pair->publicKey);
}

void ReceiptSigner::sign(wire::Receipt &receipt) const
{
    receipt.signature = seal::toBase64(m_suite->sign(m_pair->secretKey, wire::signedText(receipt)));
}

} // namespace quanke::gateway
