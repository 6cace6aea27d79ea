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
    std::string signature{}; ///< by the key of receipts, over the others, base64; empty: no ticket
};

/// For how long somebody may have to do without the gateway.
enum class Absence {
    Hall, ///< a link that is down: three days
    Village ///< a visit to where there is none: a week
};

Json toJson(const Ticket &ticket);
/// What the signature is over: the canonical text of the other members.
std::string signedText(const Ticket &ticket);
Result<Ticket> ticketFromJson(const Json &json);

} // namespace quanke::wire
