#include "gateway/service/receiptsigner.h"

#include "gateway/keys/keyfile.h"
#include "seal/text.h"

namespace quanke::gateway {

ReceiptSigner::ReceiptSigner(
    std::shared_ptr<const seal::Suite> suite, std::shared_ptr<const seal::KeyPair> pair)
    : m_suite(std::move(suite))
    , m_pair(std::move(pair))
{
}

Result<ReceiptSigner> ReceiptSigner::open(
    const std::filesystem::path &file, std::shared_ptr<const seal::Suite> suite)
{
    auto pair = keyPairIn(file, [&suite] { return suite->makeSigningPair(); });
    if (!pair) {
        return pair.failure();
    }
    return ReceiptSigner(std::move(suite), std::make_shared<seal::KeyPair>(std::move(*pair)));
}

std::string ReceiptSigner::publicKey() const
{
    return seal::toBase64(m_pair->publicKey);
}

void ReceiptSigner::sign(wire::Receipt &receipt) const
{
    receipt.signature = seal::toBase64(m_suite->sign(m_pair->secretKey, wire::signedText(receipt)));
}

void ReceiptSigner::sign(wire::Watermark &watermark) const
{
    watermark.signature = seal::toBase64(m_suite->sign(m_pair->secretKey, wire::signedText(watermark)));
}

void ReceiptSigner::sign(wire::Ticket &ticket) const
{
    ticket.signature = seal::toBase64(m_suite->sign(m_pair->secretKey, wire::signedText(ticket)));
}

void ReceiptSigner::sign(trace::Head &head) const
{
    head.signature = seal::toBase64(m_suite->sign(m_pair->secretKey, trace::signedText(head)));
}

} // namespace quanke::gateway
