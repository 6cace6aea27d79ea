#include "gateway/service/caserecord.h"

#include "core/casework/filereference.h"
#include "core/casework/part.h"
#include "core/wire/protocol.h"
#include "gateway/store/operationtable.h"

namespace quanke::gateway {

using casework::CaseFile;
using casework::SubCase;
using casework::SubCaseState;

std::optional<CaseRecord> loadCase(Connection &connection, const std::string &id)
{
    auto row = CaseTable(connection).find(id);
    if (!row) {
        return std::nullopt;
    }
    return CaseRecord{std::move(*row), OperationTable(connection).ofCase(id)};
}

Result<CaseFile> rebuild(const CaseRecord &record)
{
    auto snapshot = parseJson(record.row.snapshot);
    if (!snapshot) {
        return snapshot.failure();
    }
    auto file = wire::caseFromJson(*snapshot);
    if (!file) {
        return file.failure();
    }
    for (const auto &bytes : record.operations) {
        const auto json = parseJson(bytes);
        if (!json) {
            return json.failure();
        }
        auto operation = casework::operationFromJson(*json);
        if (!operation) {
            return operation.failure();
        }
        file->history.push_back(std::move(*operation));
        file->head = file->history.back().id;
    }
    return file;
}

CaseRow rowOf(const CaseFile &file, std::uint64_t revision)
{
    CaseFile state = file;
    state.history.clear();
    const std::string receivedAt = file.history.empty() ? std::string() : file.history.front().at;
    return {file.id, file.number, file.bundle, file.applicant.value("name", ""), file.window, receivedAt,
        revision, canonicalText(wire::toJson(state))};
}

std::string dueDay(const ServiceContext &context, const CaseFile &file, const SubCase &subCase)
{
    const bool runs = subCase.state == SubCaseState::Received || subCase.state == SubCaseState::Supplemented
        || subCase.state == SubCaseState::Accepted;
    const auto *matter = context.catalogue.matter(subCase.matter);
    const auto start = parseInstant(subCase.acceptedAt.empty() ? subCase.receivedAt : subCase.acceptedAt);
    if (!runs || matter == nullptr || !start) {
        return {};
    }
    const auto limits = casework::limitsUnder(*matter, file.answers);
    const auto &limit = limits.committed.value ? limits.committed : limits.statutory;
    return limit.value ? toText(context.calendar.dueDate(dayInChina(*start), limit).day) : std::string();
}

std::vector<SubCaseRow> subCaseRows(const ServiceContext &context, const CaseFile &file)
{
    std::vector<SubCaseRow> rows;
    for (const auto &[id, subCase] : file.subCases) {
        const auto *matter = context.catalogue.matter(id);
        rows.push_back({file.id, id, matter == nullptr ? std::string() : matter->department,
            std::string(nameOf(subCase.state)), subCase.receivedAt, dueDay(context, file, subCase)});
    }
    return rows;
}

std::map<std::string, std::set<std::string>> documentUses(const ServiceContext &context, const CaseFile &file)
{
    std::map<std::string, std::set<std::string>> uses;
    const auto add = [&uses](const std::string &department, const Json &json) {
        for (const auto &reference : casework::filesIn(json)) {
            uses[department].insert(reference.sha256);
        }
    };
    add({}, file.values);
    for (const auto &operation : file.history) {
        add({}, operation.body);
    }
    for (const auto &[id, part] : casework::partsOf(context.forms, file)) {
        const auto *matter = context.catalogue.matter(id);
        if (matter == nullptr) {
            continue;
        }
        add(matter->department, part.values);
        for (const auto &[material, files] : part.materials) {
            add(matter->department, files);
        }
        add(matter->department, file.subCases.at(id).document);
    }
    return uses;
}

} // namespace quanke::gateway
