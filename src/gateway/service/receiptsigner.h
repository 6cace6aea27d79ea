#pragma once

#include "core/wire/protocol.h"
#include "seal/suite.h"
#include "trace/head.h"

#include <filesystem>
#include <memory>
#include <string>

namespace quanke::gateway {

/// Signs receipts with the gateway's own key, which is made on the first start and never leaves its file.
class ReceiptSigner {
public:
    /// Fails as keyPairIn.
    static Result<ReceiptSigner> open(
        const std::filesystem::path &file, std::shared_ptr<const seal::Suite> suite);

    /// The public key, base64: what a desk checks receipts by.
    std::string publicKey() const;
    void sign(wire::Receipt &receipt) const;
    /// Its word on how far the log is durable.
    void sign(wire::Watermark &watermark) const;
    /// Its word that somebody may work without it.
    void sign(wire::Ticket &ticket) const;
    /// Its word on how far a trace had come.
    void sign(trace::Head &head) const;

private:
    ReceiptSigner(std::shared_ptr<const seal::Suite> suite, std::shared_ptr<const seal::KeyPair> pair);

    std::shared_ptr<const seal::Suite> m_suite;
    std::shared_ptr<const seal::KeyPair> m_pair;
};

} // namespace quanke::gateway
