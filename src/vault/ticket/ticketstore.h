#pragma once

#include "core/base/clock.h"
#include "core/wire/ticket.h"
#include "vault/keyring.h"
#include "vault/trace/tracestore.h"

#include <string>
#include <vector>

namespace quanke::vault {

/// What lets somebody work at this desk with no gateway to ask: its signed ticket, sealed with their key beside the key
/// that it is checked by.
class TicketStore {
public:
    TicketStore(
        Database &database, Keyring &keyring, DeskStore &desk, TraceStore &traces, const Clock &clock);

    /// Of whoever has just signed in through the gateway, whose clock counts from here on; an empty one lets nobody work.
    /// `gatewayKey`: its public key of receipts.
    Result<Done> keep(const wire::Ticket &ticket, const std::string &gatewayKey);
    /// The roles that the signed-in operator has with no gateway. Fails: vault.no-ticket, vault.ticket-refused,
    /// vault.ticket-ended ("until"), vault.clock-set-back ("latest").
    Result<std::vector<std::string>> roles();

private:
    Result<wire::Ticket> genuineTicket();
    Result<Done> refuseEnded(const wire::Ticket &ticket);

    Database &m_database;
    Keyring &m_keyring;
    DeskStore &m_desk;
    TraceStore &m_traces;
    const Clock &m_clock;
};

} // namespace quanke::vault
