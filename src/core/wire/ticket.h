#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace quanke::wire {

/// The gateway's signed word that somebody may work at one device for some time while it cannot be asked: as a clerk, and
/// nothing else. Whoever is no clerk has none.
struct Ticket {
    std::string operatorName;
    std::string device;
    std::vector<std::string> roles; ///< that count meanwhile
    std::string issuedAt; ///< instant
    std::string until; ///< likewise
    std::string
        signature{}; ///< by the key of receipts over the other members, base64; empty where there is no ticket
};

Json toJson(const Ticket &ticket);
/// What the signature is over: the canonical text of the other members.
std::string signedText(const Ticket &ticket);
Result<Ticket> ticketFromJson(const Json &json);

} // namespace quanke::wire
