#pragma once

#include "seal/suite.h"

#include <cstdint>
#include <string>

namespace quanke::trace {

/// The gateway's own chain; a desk's bears the name of its device.
inline constexpr const char *gatewayChain = "gateway";

/// The gateway's signed word that a chain had come so far: whoever keeps it finds what was cut off since, or written anew.
struct Head {
    std::string chain;
    std::uint64_t number = 0;
    std::string digest; ///< of that line
    std::string at; ///< when it was signed
    std::string signature{}; ///< by the key of receipts over the other members, base64
};

Json toJson(const Head &head);
/// Fails with trace.malformed.
Result<Head> headFromJson(const Json &json);
/// What the signature is over: the canonical text of the other members.
std::string signedText(const Head &head);
/// `publicKey`: that of receipts, base64.
bool isSignedBy(const std::string &publicKey, const Head &head);

} // namespace quanke::trace
