#pragma once

#include "core/base/clock.h"
#include "core/wire/protocol.h"
#include "vault/sql/database.h"

#include <set>
#include <string>

namespace quanke::vault {

/// What becomes of the outbox by the gateway's word on its whole log (its watermark), rather than by an answer to one
/// operation. The caller has one transaction around it.
class ReceiptStore {
public:
    ReceiptStore(Database &database, const Clock &clock);

    /// What was received or durable and is not among what the gateway has waits again (link.forgotten). Says how many.
    Result<int> offerAgain(const wire::Watermark &watermark);
    /// After that: what the gateway has and its word covers is durable; gives their ids. What has a receipt of another epoch
    /// waits again, since its place in the log as it is now is told by sending it again. The word's signature is the
    /// caller's to check; 0 makes nothing durable.
    Result<std::set<std::string>> makeDurable(const wire::Watermark &watermark);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace quanke::vault
