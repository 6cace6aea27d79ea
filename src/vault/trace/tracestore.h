#pragma once

#include "core/base/clock.h"
#include "core/wire/protocol.h"
#include "trace/chain.h"
#include "trace/page.h"
#include "vault/deskstore.h"
#include "vault/sql/database.h"
#include "vault/trace/tracetobring.h"

#include <set>
#include <string>

namespace quanke::vault {

/// Who did and saw what at this desk: a chain of its own, brought to the gateway and countersigned there. Lines are kept
/// for 184 days at least after the gateway has signed for them, by its clock; until it has, for ever.
class TraceStore {
public:
    TraceStore(Database &database, DeskStore &desk, const Clock &clock);

    /// Whose acts they are from here on.
    void begin(const wire::SignedInOperator &person);
    /// Inside a transaction of the caller's where there is something that it tells of.
    Result<Done> append(trace::Entry entry);
    /// The same for an act without more.
    Result<Done> append(const char *act, const std::string &caseId = {});
    /// A case is told once as long as it is looked at, and each of its documents once meanwhile.
    Result<Done> viewCase(const std::string &caseId, const std::string &purpose);
    Result<Done> viewDocument(const std::string &caseId, const std::string &sha256);

    /// From behind the last line that the gateway has signed for.
    Result<TraceToBring> toBring(int most);
    /// What the gateway has signed; old lines go. The signatures are the caller's to check.
    Result<Done> keepHeads(const trace::Countersigned &heads, const std::string &gatewayKey);
    /// The gateway has them up to there alone (any more).
    Result<Done> bringFrom(std::uint64_t after);

    /// The latest instant that was ever here, whatever the clock says now; empty for none.
    Result<std::string> latest();
    /// The gateway has said how late it is.
    Result<Done> setLatest(const std::string &at);

private:
    Result<trace::End> end();
    Result<Done> keepHead(const trace::Head &head);
    Result<Done> dropOld(const trace::Head &newest);

    Database &m_database;
    DeskStore &m_desk;
    const Clock &m_clock;
    wire::SignedInOperator m_person;
    struct {
        std::string caseId;
        std::string purpose;
        std::set<std::string> documents;
    } m_viewed;
};

} // namespace quanke::vault
