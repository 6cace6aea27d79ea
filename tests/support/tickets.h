#pragma once

#include "core/base/date.h"
#include "core/wire/ticket.h"
#include "seal/suite.h"
#include "seal/text.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace quanke::test {

/// Gives tickets, as a gateway does.
class TicketOffice {
public:
    wire::Ticket give(const std::string &operatorName, const std::string &device, Instant now,
        std::chrono::hours lasts = std::chrono::hours(72),
        const std::vector<std::string> &roles = {"clerk"}) const
    {
        wire::Ticket ticket{operatorName, device, roles, toText(now), toText(now + lasts)};
        ticket.signature = seal::toBase64(m_suite->sign(m_pair.secretKey, wire::signedText(ticket)));
        return ticket;
    }
    /// The public key they are checked by, bytes.
    const std::string &key() const { return m_pair.publicKey; }

private:
    std::shared_ptr<const seal::Suite> m_suite = seal::makeSodiumSuite();
    seal::KeyPair m_pair = m_suite->makeSigningPair();
};

} // namespace quanke::test
