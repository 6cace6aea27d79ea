#pragma once

#include "core/wire/protocol.h"
#include "gateway/service/servicecontext.h"
#include "gateway/service/sessionservice.h"
#include "gateway/store/casetable.h"

#include <string>
#include <utility>
#include <vector>

namespace quanke::gateway {

struct CaseView {
    Json content;
    std::string tag; ///< changes whenever the content may have
};

/// What is read of cases. The hall's people see them whole, a department only its part.
class CaseService {
public:
    explicit CaseService(ServiceContext context)
        : m_context(std::move(context))
    {
    }

    /// The department's open sub-cases.
    Result<std::vector<wire::WorkItem>> work(const std::string &department);
    /// `filter.department` is set by whom it is for.
    Result<std::vector<wire::CaseSummary>> list(const SignedIn &person, CaseFilter filter);
    /// Fails: case.unknown, also for a case the department has no part in.
    Result<CaseView> view(const SignedIn &person, const std::string &id);

private:
    Result<Done> addNames(casework::CaseFile &file);

    ServiceContext m_context;
};

/// The department whose part alone somebody may see; empty for those who see cases whole.
std::string sightOf(const SignedIn &person);

} // namespace quanke::gateway
