#include "vault/thread/ask.h"

namespace quanke::vault {

Promised<Done> Vault::keepTicket(wire::Ticket ticket, std::string gatewayKey)
{
    return ask<Done>([ticket = std::move(ticket), key = std::move(gatewayKey)](
                         Store &store) { return store.tickets.keep(ticket, key); });
}

Promised<wire::SignedInOperator> Vault::signInOffline(std::string name, seal::SecretBytes password)
{
    return ask<wire::SignedInOperator>(
        [name = std::move(name), password = std::move(password)](Store &store) {
            auto person = store.signInOffline(name, password.view());
            store.completeCopies();
            return person;
        });
}

} // namespace quanke::vault
