#include "gateway/service/caseservice.h"

#include "core/casework/part.h"
#include "gateway/service/caserecord.h"
#include "gateway/store/operatortable.h"
#include "gateway/store/subcasetable.h"

namespace quanke::gateway {

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
    const auto tag =
        std::to_string((*record)->row.revision) + "-" + (department.empty() ? "hall" : department);
    auto shown =
        department.empty() ? file : casework::viewOf(m_context.catalogue, m_context.forms, *file, department);
    if (!shown) {
        return shown.failure();
    }
    if (auto named = addNames(*shown); !named) {
        return named.failure();
    }
    return CaseView{wire::toJson(*shown), tag};
}

Result<Done> CaseService::addNames(casework::CaseFile &file)
{
    return m_context.database.read<Done>([&](Connection &connection) -> Result<Done> {
        OperatorTable operators(connection);
        for (const auto &operation : file.history) {
            if (file.people.contains(operation.actor)) {
                continue;
            }
            if (const auto row = operators.find(operation.actor)) {
                file.people[operation.actor] = row->displayName;
            }
        }
        return Done{};
    });
}

} // namespace quanke::gateway
