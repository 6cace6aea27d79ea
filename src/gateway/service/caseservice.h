#pragma once

#include "core/wire/protocol.h"
#include "gateway/service/changefeed.h"
#include "gateway/service/servicecontext.h"
#include "gateway/service/sessionservice.h"
#include "gateway/store/casetable.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quanke::gateway {

struct CaseView {
    Json content;
    std::string tag; ///< changes whenever the content may have
};

/// What is read of cases, and who works on them. The hall's people see them whole, a department only its part.
class CaseService {
public:
    CaseService(ServiceContext context, ChangeFeed &feed)
        : m_context(std::move(context))
        , m_feed(feed)
    {
    }

    /// The department's open sub-cases.
    Result<std::vector<wire::WorkItem>> work(const std::string &department);
    /// `filter.department` is set by whom it is for.
    Result<std::vector<wire::CaseSummary>> list(const SignedIn &person, CaseFilter filter);
    /// Fails: case.unknown, also for a case the department has no part in.
    Result<CaseView> view(const SignedIn &person, const std::string &id);

    /// Says for five minutes that this person works on the case, at this window; again before they are over, for as
    /// long as they do. The hall's people have one lease, each department its own. Only to be seen and to be asked
    /// about: what two desks do apart is kept apart without it. Fails: case.unknown, and lease.held ("lease") while
    /// another person or device has it, unless `instead` is that lease's fence: then it is taken over.
    Result<casework::Lease> takeLease(const SignedIn &person, const std::string &id,
        const std::string &window, std::optional<std::uint64_t> instead);
    /// Ends the person's own, if there is one. Fails: case.unknown.
    Result<Done> endLease(const SignedIn &person, const std::string &id);

private:
    Result<Done> addNames(casework::CaseFile &file);
    Result<std::optional<casework::Lease>> leaseOf(const std::string &id, const std::string &department);
    casework::Lease leaseFrom(Connection &connection, const LeaseRow &row) const;
    std::string moment(std::chrono::minutes later = {}) const;

    ServiceContext m_context;
    ChangeFeed &m_feed;
};

/// The department whose part alone somebody may see; empty for those who see cases whole.
std::string sightOf(const SignedIn &person);

} // namespace quanke::gateway
