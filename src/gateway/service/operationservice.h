#pragma once

#include "core/casework/casefile.h"
#include "core/wire/protocol.h"
#include "gateway/backup/durability.h"
#include "gateway/service/caserecord.h"
#include "gateway/service/changefeed.h"
#include "gateway/service/receiptsigner.h"
#include "gateway/service/servicecontext.h"
#include "gateway/service/sessionservice.h"
#include "gateway/store/highwater.h"

#include <optional>
#include <string>

namespace quanke::gateway {

struct Accepted {
    wire::Receipt receipt;
    bool repeated = false; ///< this operation was here before
    /// It did not know of others and lies beside the case, durably: a supervisor chooses (casework/conflict.h).
    std::optional<casework::Conflict> conflict;
};

/// Takes operations into the log. The operation, the state it leads to, its receipt and the change rows
/// are stored in one transaction; the same bytes under the same id again change nothing and get the same
/// receipt, which says how far that is safe by now.
class OperationService {
public:
    OperationService(ServiceContext context, const ReceiptSigner &signer, const Durability &durability,
        HighWater &highWater, ChangeFeed &feed);

    /// `id` is the one of the address. Fails: json.*, operation.* and case.* (casefile.h), and
    ///   operation.id-mismatch     the address and the operation name different ids
    ///   operation.conflict        the id was used for other bytes
    ///   operation.other-device    not the device that was signed in from
    ///   operation.sequence-used   the device gave its number to another operation
    ///   operation.chain-broken    the one before it was not what the device says now
    ///   operation.wrong-environment, case.number-taken, case.busy
    ///   case.unknown-clerk        it is handed to somebody who does not go on with cases here
    ///   documents.missing         ("digests") upload them, then put the same operation again
    ///   documents.mismatch        ("digests") size or type are not those of the document stored
    Result<Accepted> put(const SignedIn &person, const std::string &id, const std::string &bytes);

private:
    struct Attempt;
    struct Known;

    Result<Accepted> acceptNew(Attempt &attempt);
    Result<Accepted> accept(Attempt &attempt);
    Result<Done> checkIdentity(const Attempt &attempt) const;
    Result<Known> lookUp(const Attempt &attempt);
    Result<Accepted> again(const Known &known, const Attempt &attempt) const;
    static Result<Done> takeBefore(Attempt &attempt, const std::optional<CaseRecord> &record);
    Result<Done> advance(Attempt &attempt);
    Result<Accepted> store(const Attempt &attempt);
    Result<Accepted> storeIn(Connection &connection, const Attempt &attempt) const;
    static Result<Done> checkDocuments(Connection &connection, const Attempt &attempt);
    static Result<Done> storeCase(Connection &connection, const Attempt &attempt);
    static Result<Done> checkChain(Connection &connection, const Attempt &attempt);
    void complete(wire::Receipt &receipt) const;
    void noteRefusal(const Attempt &attempt, const Failure &failure);

    ServiceContext m_context;
    const ReceiptSigner &m_signer;
    const Durability &m_durability;
    HighWater &m_highWater;
    ChangeFeed &m_feed;
};

} // namespace quanke::gateway
