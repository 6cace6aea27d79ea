#include "gateway/service/caserecord.h"

#include "core/casework/filereference.h"
#include "core/wire/protocol.h"
#include "gateway/store/operationtable.h"

#include <array>

namespace quanke::gateway {

using casework::CaseFile;
using casework::FileReference;
using casework::SubCase;
using casework::SubCaseState;

namespace {

/// Members of a case that its submission has too.
constexpr std::array saidBySubmission{
    "answers", "applicant", "bundle", "forms", "number", "ticked", "values", "window"};

/// Empty, the hall's own, for a matter that is no longer known.
std::string departmentOf(const ServiceContext &context, const std::string &matter)
{
    const auto *definition = context.catalogue.matter(matter);
    return definition == nullptr ? std::string() : definition->department;
}

} // namespace

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
    std::vector<casework::Operation> history;
    for (const auto &bytes : record.operations) {
        auto json = parseJson(bytes);
        auto operation = json ? casework::operationFromJson(std::move(*json))
                              : Result<casework::Operation>(json.failure());
        if (!operation) {
            return operation.failure();
        }
        history.push_back(std::move(*operation));
    }
    auto snapshot = parseJson(record.row.snapshot);
    if (!snapshot) {
        return snapshot.failure();
    }
    for (const char *member : saidBySubmission) {
        if (!snapshot->contains(member) && !history.empty()) {
            (*snapshot)[member] = history.front().body.value(member, Json());
        }
    }
    (*snapshot)["history"] = Json::array();
    auto file = wire::caseFromJson(*snapshot);
    if (file && !history.empty()) {
        file->head = history.back().id;
        file->history = std::move(history);
    }
    return file;
}

CaseRow rowOf(const CaseFile &file, std::uint64_t revision)
{
    Json snapshot = wire::standingToJson(file);
    if (file.history.size() > 1) {
        snapshot["values"] = file.values;
    } else if (!file.history.empty()) { // what the one operation says need not be written twice
        const Json &said = file.history.front().body;
        for (const char *member : saidBySubmission) {
            const auto found = snapshot.find(member);
            if (found != snapshot.end() && *found == said.value(member, Json())) {
                snapshot.erase(found);
            }
        }
    }
    const std::string receivedAt = file.history.empty() ? std::string() : file.history.front().at;
    return {file.id, file.number, file.bundle, file.applicant.value("name", ""), file.window, receivedAt,
        revision, canonicalText(snapshot)};
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
        rows.push_back({file.id, id, departmentOf(context, id), std::string(nameOf(subCase.state)),
            subCase.receivedAt, dueDay(context, file, subCase)});
    }
    return rows;
}

std::map<std::string, std::set<std::string>> documentUses(
    const ServiceContext &context, const CaseFile &file, const form::FormState *form)
{
    std::map<std::string, std::set<std::string>> uses;
    std::set<std::string> ofDepartments;
    const auto add = [&](const std::string &department, const std::vector<FileReference> &files) {
        for (const auto &reference : files) {
            uses[department].insert(reference.sha256);
            ofDepartments.insert(reference.sha256);
        }
    };
    for (const auto &[id, subCase] : file.subCases) {
        add(departmentOf(context, id), casework::filesIn(subCase.document));
    }
    for (const auto &[key, value] : file.values.items()) {
        const auto files = casework::filesIn(value);
        if (files.empty() || form == nullptr) {
            continue;
        }
        for (const auto &matter : form->mattersOf(key)) {
            add(departmentOf(context, matter), files);
        }
    }
    for (const auto &operation : file.history) {
        for (const auto &reference : casework::filesIn(operation.body)) {
            if (!ofDepartments.contains(reference.sha256)) {
                uses[{}].insert(reference.sha256);
            }
        }
    }
    return uses;
}

} // namespace quanke::gateway
