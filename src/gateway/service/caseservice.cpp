#include "gateway/service/caseservice.h"

#include "core/casework/part.h"
#include "gateway/service/caserecord.h"
#include "gateway/store/changetable.h"
#include "gateway/store/operatortable.h"
#include "gateway/store/subcasetable.h"

#include <set>

namespace quanke::gateway {

namespace {

constexpr std::chrono::minutes leaseLasts(5);

/// Renewals are told so often that whoever follows never sees it end before it does.
constexpr std::chrono::minutes toldEvery(4);

/// Told to those who may see it: the hall's is the hall's alone; a department's that department's and the hall's, under
/// one of its matters.
void tellOfLease(Connection &connection, const LeaseRow &row, const std::string &instant)
{
    const auto own = SubCaseTable(connection).statesOf(row.caseId, row.department);
    const auto matter = row.department.empty() || own.empty() ? std::string(hallAlone) : own.begin()->first;
    ChangeTable(connection).insert({0, "case.lease", row.caseId, matter, instant});
}

/// Whether that many minutes have gone by since it began, once or once more, between its last renewal and this one.
bool isToldAgain(const LeaseRow &before, Instant now)
{
    const auto since = parseInstant(before.since);
    const auto until = parseInstant(before.until);
    if (!since || !until) {
        return true;
    }
    return (*until - leaseLasts - *since) / toldEvery != (now - *since) / toldEvery;
}

} // namespace

std::string sightOf(const SignedIn &person)
{
    if (casework::mayDo(person.actor.roles, casework::Duty::ViewCases)) {
        return {};
    }
    return person.actor.department.empty() ? "-" : person.actor.department; // "-" is nobody's id
}

Result<std::vector<wire::WorkItem>> CaseService::work(const std::string &department)
{
    using Items = std::vector<wire::WorkItem>;
    return m_context.database.read<Items>([&](Connection &connection) -> Result<Items> {
        Items items;
        for (const auto &row : SubCaseTable(connection).openOf(department)) {
            items.push_back({row.subCase.caseId, row.number, row.subCase.matter, row.bundle,
                row.subCase.state, row.applicant, row.subCase.receivedAt, row.subCase.due});
        }
        return items;
    });
}

Result<std::vector<wire::CaseSummary>> CaseService::list(const SignedIn &person, CaseFilter filter)
{
    using Summaries = std::vector<wire::CaseSummary>;
    filter.department = sightOf(person);
    return m_context.database.read<Summaries>([&](Connection &connection) -> Result<Summaries> {
        Summaries summaries;
        SubCaseTable subCases(connection);
        for (const auto &row : CaseTable(connection).list(filter)) {
            summaries.push_back({row.id, row.number, row.bundle, row.applicant, row.window, row.receivedAt,
                subCases.statesOf(row.id, filter.department)});
        }
        return summaries;
    });
}

Result<CaseView> CaseService::view(const SignedIn &person, const std::string &id)
{
    const auto record = m_context.database.read<std::optional<CaseRecord>>(
        [&](Connection &connection) { return loadCase(connection, id); });
    if (!record) {
        return record.failure();
    }
    if (!*record) {
        return Failure{"case.unknown", Json::object(), {}};
    }
    auto file = rebuild(**record);
    if (!file) {
        return file.failure();
    }
    const auto department = sightOf(person);
    const auto lease = leaseOf(id, department);
    if (!lease) {
        return lease.failure();
    }
    const auto tag = std::to_string((*record)->row.revision) + "-"
        + (department.empty() ? "hall" : department)
        + (*lease ? "-" + std::to_string((*lease)->fence) + "-" + (*lease)->until : std::string());
    auto shown =
        department.empty() ? file : casework::viewOf(m_context.catalogue, m_context.forms, *file, department);
    if (!shown) {
        return shown.failure();
    }
    if (auto named = addNames(*shown); !named) {
        return named.failure();
    }
    shown->lease = *lease;
    return CaseView{wire::toJson(*shown), tag};
}

std::string CaseService::moment(std::chrono::minutes later) const
{
    return toText(m_context.clock.now() + later);
}

casework::Lease CaseService::leaseFrom(Connection &connection, const LeaseRow &row) const
{
    const auto person = OperatorTable(connection).find(row.operatorName);
    return {row.operatorName, person ? person->displayName : row.operatorName, row.window, row.device,
        row.fence, row.since, row.until};
}

Result<std::optional<casework::Lease>> CaseService::leaseOf(
    const std::string &id, const std::string &department)
{
    using Found = std::optional<casework::Lease>;
    return m_context.database.read<Found>([&](Connection &connection) -> Result<Found> {
        const auto row = LeaseTable(connection).find(id, department);
        const bool holds = row && row->until > moment();
        return holds ? Found(leaseFrom(connection, *row)) : Found();
    });
}

Result<casework::Lease> CaseService::takeLease(const SignedIn &person, const std::string &id,
    const std::string &window, std::optional<std::uint64_t> instead)
{
    const auto department = sightOf(person);
    auto lease =
        m_context.database.write<casework::Lease>([&](Connection &connection) -> Result<casework::Lease> {
            if (SubCaseTable(connection).statesOf(id, department).empty()) {
                return Failure{"case.unknown", Json::object(), {}};
            }
            LeaseTable leases(connection);
            const auto before = leases.find(id, department);
            const bool holds = before && before->until > moment();
            const bool isOwn =
                holds && before->operatorName == person.actor.operatorName && before->device == person.device;
            if (holds && !isOwn && instead != before->fence) {
                return Failure{"lease.held", {{"lease", wire::toJson(leaseFrom(connection, *before))}}, {}};
            }
            const LeaseRow row{id, department, (before ? before->fence : 0) + (isOwn ? 0 : 1),
                person.actor.operatorName, person.device, window, isOwn ? before->since : moment(),
                moment(leaseLasts)};
            leases.put(row);
            if (!isOwn || isToldAgain(*before, m_context.clock.now())) {
                tellOfLease(connection, row, moment());
            }
            return leaseFrom(connection, row);
        });
    if (lease) {
        m_feed.notify();
    }
    return lease;
}

Result<Done> CaseService::endLease(const SignedIn &person, const std::string &id)
{
    const auto department = sightOf(person);
    auto ended = m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        if (SubCaseTable(connection).statesOf(id, department).empty()) {
            return Failure{"case.unknown", Json::object(), {}};
        }
        LeaseTable leases(connection);
        auto row = leases.find(id, department);
        const bool isOwn = row && row->until > moment() && row->operatorName == person.actor.operatorName
            && row->device == person.device;
        if (isOwn) {
            row->until = moment();
            leases.put(*row);
            tellOfLease(connection, *row, moment());
        }
        return Done{};
    });
    if (ended) {
        m_feed.notify();
    }
    return ended;
}

Result<Done> CaseService::addNames(casework::CaseFile &file)
{
    return m_context.database.read<Done>([&](Connection &connection) -> Result<Done> {
        OperatorTable operators(connection);
        std::set<std::string> names;
        for (const auto &operation : file.history) {
            names.insert(operation.actor);
            names.insert(operation.body.value("clerk", std::string())); // to whom it was handed
            for (const auto &handing : operation.body.value("handings", Json::array())) {
                names.insert(handing["actor"].get<std::string>());
            }
        }
        for (const auto &name : names) {
            if (const auto row = operators.find(name)) {
                file.people[name] = row->displayName;
            }
        }
        return Done{};
    });
}

} // namespace quanke::gateway
