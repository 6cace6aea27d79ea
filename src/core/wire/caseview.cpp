#include "core/wire/protocol.h"

#include "core/wire/reader.h"

namespace quanke::wire {

namespace {

Json toJson(const casework::SubCase &subCase)
{
    Json correction = Json::array();
    for (const auto &item : subCase.correction) {
        correction.push_back({{"key", item.key}, {"reason", item.reason}});
    }
    return {{"matter", subCase.matter}, {"state", nameOf(subCase.state)}, {"receivedAt", subCase.receivedAt},
        {"acceptedAt", subCase.acceptedAt}, {"decidedAt", subCase.decidedAt}, {"issuedAt", subCase.issuedAt},
        {"waitsFor", subCase.waitsFor}, {"blockedBy", subCase.blockedBy}, {"correction", correction},
        {"reason", subCase.reason}, {"outputs", subCase.outputs}, {"document", subCase.document}};
}

Result<casework::SubCase> subCaseFromJson(const Json &json)
{
    Reader reader(json);
    casework::SubCase subCase;
    subCase.matter = reader.text("matter");
    if (!casework::stateFromName(reader.text("state"), subCase.state)) {
        reader.refuse("state");
    }
    subCase.receivedAt = reader.text("receivedAt");
    subCase.acceptedAt = reader.text("acceptedAt");
    subCase.decidedAt = reader.text("decidedAt");
    subCase.issuedAt = reader.text("issuedAt");
    subCase.waitsFor = reader.texts("waitsFor");
    subCase.blockedBy = reader.texts("blockedBy");
    for (const auto &item : reader.array("correction")) {
        Reader correction(item);
        subCase.correction.push_back({correction.text("key"), correction.text("reason")});
        reader.include(correction, "correction");
    }
    subCase.reason = reader.text("reason");
    subCase.outputs = reader.object("outputs");
    subCase.document = reader.anyOr("document", Json());
    return reader.finish(subCase);
}

void readSubCases(Reader &reader, casework::CaseFile &file)
{
    const auto subCases = reader.object("subCases");
    for (const auto &[matter, json] : subCases.items()) {
        auto subCase = subCaseFromJson(json);
        if (!subCase) {
            reader.refuse("subCases");
            return;
        }
        file.subCases.emplace(matter, std::move(*subCase));
    }
}

void readHistory(Reader &reader, casework::CaseFile &file)
{
    for (const auto &json : reader.array("history")) {
        auto operation = casework::envelopeFromJson(json);
        if (!operation) {
            reader.refuse("history");
            return;
        }
        file.history.push_back(std::move(*operation));
    }
}

Json toJson(const casework::Conflict &conflict)
{
    return {{"late", conflict.late}, {"matter", conflict.matter}, {"rivals", conflict.rivals},
        {"chosen", conflict.chosen}};
}

/// Views kept before versions were kept beside each other have none.
void readConflicts(Reader &reader, casework::CaseFile &file)
{
    const auto conflicts = reader.anyOr("conflicts", Json::array());
    for (const auto &json : conflicts) {
        Reader conflict(json);
        file.conflicts.push_back({conflict.text("late"), conflict.text("matter"), conflict.texts("rivals"),
            conflict.text("chosen")});
        reader.include(conflict, "conflicts");
    }
}

/// Where nobody works on it there is none.
void readLease(Reader &reader, casework::CaseFile &file)
{
    const auto json = reader.anyOr("lease", Json());
    if (json.is_null()) {
        return;
    }
    auto lease = leaseFromJson(json);
    if (!lease) {
        reader.refuse("lease");
        return;
    }
    file.lease = std::move(*lease);
}

/// Views kept before there were names have none.
void readPeople(Reader &reader, casework::CaseFile &file)
{
    const auto people = reader.anyOr("people", Json::object());
    for (const auto &[name, displayName] : people.items()) {
        if (displayName.is_string()) {
            file.people[name] = displayName.get<std::string>();
        }
    }
}

casework::Environment readEnvironment(Reader &reader)
{
    const auto name = reader.text("environment");
    if (name == nameOf(casework::Environment::Practice)) {
        return casework::Environment::Practice;
    }
    if (name != nameOf(casework::Environment::Production)) {
        reader.refuse("environment");
    }
    return casework::Environment::Production;
}

} // namespace

Json toJson(const casework::Lease &lease)
{
    return {{"operator", lease.holder}, {"displayName", lease.displayName}, {"window", lease.window},
        {"device", lease.device}, {"fence", lease.fence}, {"since", lease.since}, {"until", lease.until}};
}

Result<casework::Lease> leaseFromJson(const Json &json)
{
    Reader reader(json);
    casework::Lease lease;
    lease.holder = reader.text("operator");
    lease.displayName = reader.text("displayName");
    lease.window = reader.text("window");
    lease.device = reader.text("device");
    lease.fence = reader.number("fence");
    lease.since = reader.text("since");
    lease.until = reader.text("until");
    return reader.finish(lease);
}

Json standingToJson(const casework::CaseFile &file)
{
    Json subCases = Json::object();
    for (const auto &[matter, subCase] : file.subCases) {
        subCases[matter] = toJson(subCase);
    }
    Json conflicts = Json::array();
    for (const auto &conflict : file.conflicts) {
        conflicts.push_back(toJson(conflict));
    }
    return {{"id", file.id}, {"number", file.number}, {"bundle", file.bundle}, {"forms", file.formsDigest},
        {"ticked", file.ticked}, {"answers", file.answers}, {"applicant", file.applicant},
        {"window", file.window}, {"receivedBy", file.receivedBy}, {"heldAt", file.heldAt},
        {"heldBy", file.heldBy}, {"environment", nameOf(file.environment)}, {"subCases", std::move(subCases)},
        {"conflicts", std::move(conflicts)}, {"head", file.head}, {"people", file.people},
        {"lease", file.lease ? toJson(*file.lease) : Json()}};
}

Json toJson(const casework::CaseFile &file)
{
    Json json = standingToJson(file);
    json["values"] = file.values;
    Json &history = json["history"] = Json::array();
    for (const auto &operation : file.history) {
        history.push_back(casework::toJson(operation));
    }
    return json;
}

Result<casework::CaseFile> caseFromJson(const Json &json)
{
    Reader reader(json);
    casework::CaseFile file;
    file.id = reader.text("id");
    file.number = reader.text("number");
    file.bundle = reader.text("bundle");
    file.formsDigest = reader.text("forms");
    file.ticked = reader.texts("ticked");
    file.answers = reader.textMap("answers");
    file.values = reader.object("values");
    file.applicant = reader.object("applicant");
    file.window = reader.text("window");
    file.receivedBy = reader.text("receivedBy");
    file.heldAt = reader.textOr("heldAt", file.window);
    file.heldBy = reader.textOr("heldBy", {});
    file.environment = readEnvironment(reader);
    readSubCases(reader, file);
    readHistory(reader, file);
    readConflicts(reader, file);
    file.head = reader.textOr("head", {});
    readPeople(reader, file);
    readLease(reader, file);
    return reader.finish(file);
}

} // namespace quanke::wire
