#include "core/wire/ticket.h"

#include "core/wire/reader.h"

namespace quanke::wire {

Json toJson(const Ticket &ticket)
{
    return {{"operator", ticket.operatorName}, {"device", ticket.device}, {"roles", ticket.roles},
        {"issuedAt", ticket.issuedAt}, {"until", ticket.until}, {"signature", ticket.signature}};
}

std::string signedText(const Ticket &ticket)
{
    auto json = toJson(ticket);
    json.erase("signature");
    return canonicalText(json);
}

Result<Ticket> ticketFromJson(const Json &json)
{
    Reader reader(json);
    Ticket ticket;
    ticket.operatorName = reader.text("operator");
    ticket.device = reader.text("device");
    ticket.roles = reader.texts("roles");
    ticket.issuedAt = reader.text("issuedAt");
    ticket.until = reader.text("until");
    ticket.signature = reader.text("signature");
    return reader.finish(ticket);
}

} // namespace quanke::wire
