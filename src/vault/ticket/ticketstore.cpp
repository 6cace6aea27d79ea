#include "vault/ticket/ticketstore.h"

#include "seal/text.h"

#include <algorithm>

namespace quanke::vault {

namespace {

/// What clocks differ by.
constexpr std::chrono::minutes leeway{5};

std::string placeOfTicket(const std::string &operatorName)
{
    return "ticket|" + operatorName;
}

Failure refused()
{
    return {"vault.ticket-refused", {}, {}};
}

} // namespace

TicketStore::TicketStore(
    Database &database, Keyring &keyring, DeskStore &desk, TraceStore &traces, const Clock &clock)
    : m_database(database)
    , m_keyring(keyring)
    , m_desk(desk)
    , m_traces(traces)
    , m_clock(clock)
{
}

Result<Done> TicketStore::keep(const wire::Ticket &ticket, const std::string &gatewayKey)
{
    const auto key = m_keyring.activeKey();
    if (!key) {
        return key.failure();
    }
    const auto &name = m_keyring.operatorName();
    if (ticket.signature.empty()) {
        return m_database.run("DELETE FROM ticket WHERE operator = ?", {text(name)});
    }
    const Json content{{"key", seal::toBase64(gatewayKey)}, {"ticket", wire::toJson(ticket)}};
    const auto sealed = m_keyring.suite().encrypt(**key, canonicalText(content), placeOfTicket(name));
    return m_database.inTransaction([&]() -> Result<Done> {
        auto kept = m_database.run("INSERT INTO ticket (operator, body) VALUES (?, ?) ON CONFLICT (operator) "
                                   "DO UPDATE SET body = excluded.body",
            {text(name), blob(sealed)});
        return kept ? m_traces.setLatest(ticket.issuedAt) : kept;
    });
}

Result<std::vector<std::string>> TicketStore::roles()
{
    const auto ticket = genuineTicket();
    const auto holds = ticket ? refuseEnded(*ticket) : ticket.failure();
    if (!holds) {
        return holds.failure();
    }
    const std::string clerk(casework::nameOf(casework::Role::Clerk));
    const bool isClerk = std::ranges::find(ticket->roles, clerk) != ticket->roles.end();
    if (!isClerk) {
        return Failure{"vault.no-ticket"};
    }
    return std::vector<std::string>{clerk};
}

/// As the gateway signed it, for this person at this desk.
Result<wire::Ticket> TicketStore::genuineTicket()
{
    const auto &name = m_keyring.operatorName();
    const auto key = m_keyring.activeKey();
    const auto row = key ? m_database.row("SELECT body FROM ticket WHERE operator = ?", {text(name)})
                         : Result<std::optional<Row>>(key.failure());
    const auto device = row ? m_desk.deviceId() : row.failure();
    if (!device) {
        return device.failure();
    }
    if (!*row) {
        return Failure{"vault.no-ticket"};
    }
    const auto plain = m_keyring.suite().decrypt(**key, blobOf((*row)->at(0)), placeOfTicket(name));
    const auto content = plain ? parseJson(*plain) : plain.failure();
    const bool isWhole = content && content->is_object() && content->contains("ticket")
        && content->contains("key") && (*content)["key"].is_string();
    auto ticket = isWhole ? wire::ticketFromJson((*content)["ticket"]) : Result<wire::Ticket>(refused());
    if (!ticket) {
        return refused();
    }
    const auto gatewayKey = seal::fromBase64((*content)["key"].get<std::string>());
    const auto signature = seal::fromBase64(ticket->signature);
    const bool isGenuine = gatewayKey && signature
        && seal::isSignedBy(*gatewayKey, wire::signedText(*ticket), *signature)
        && ticket->operatorName == name && ticket->device == *device;
    return isGenuine ? ticket : refused();
}

/// Time goes on here even if the clock does not.
Result<Done> TicketStore::refuseEnded(const wire::Ticket &ticket)
{
    const auto seen = m_traces.latest();
    if (!seen) {
        return seen.failure();
    }
    const auto latest = parseInstant(*seen);
    const auto until = parseInstant(ticket.until);
    const auto now = m_clock.now();
    if (!until) {
        return refused();
    }
    if (latest && now + leeway < *latest) {
        return Failure{"vault.clock-set-back", {{"latest", *seen}}, {}};
    }
    return now >= *until || (latest && *latest >= *until)
        ? Failure{"vault.ticket-ended", {{"until", ticket.until}}, {}}
        : Result<Done>(Done{});
}

} // namespace quanke::vault
