#include "core/wire/protocol.h"

#include "core/wire/reader.h"

namespace quanke::wire {

namespace {

constexpr std::string_view typePrefix = "urn:quanke:problem:";

} // namespace

Json toJson(const HttpProblem &problem)
{
    Json json{{"type", std::string(typePrefix) + problem.key}, {"title", problem.title},
        {"status", problem.status}, {"requestId", problem.requestId}};
    if (!problem.arguments.empty()) {
        json["arguments"] = problem.arguments;
    }
    return json;
}

Result<HttpProblem> problemFromJson(const Json &json)
{
    Reader reader(json);
    HttpProblem problem;
    const auto type = reader.text("type");
    if (!type.starts_with(typePrefix)) {
        reader.refuse("type");
    } else {
        problem.key = type.substr(typePrefix.size());
    }
    problem.title = reader.text("title");
    problem.status = int(reader.number("status"));
    problem.requestId = reader.textOr("requestId", "");
    problem.arguments = reader.anyOr("arguments", Json::object());
    return reader.finish(problem);
}

Json toJson(const Receipt &receipt)
{
    Json json{{"operation", receipt.operation}, {"digest", receipt.digest}, {"stage", receipt.stage},
        {"at", receipt.at}, {"position", receipt.position}, {"signature", receipt.signature}};
    if (!receipt.epoch.empty()) { // those of a gateway that did not name it were signed without
        json["epoch"] = receipt.epoch;
    }
    return json;
}

std::string signedText(const Receipt &receipt)
{
    auto json = toJson(receipt);
    json.erase("signature");
    return canonicalText(json);
}

Result<Receipt> receiptFromJson(const Json &json)
{
    Reader reader(json);
    Receipt receipt;
    receipt.operation = reader.text("operation");
    receipt.digest = reader.text("digest");
    receipt.stage = reader.text("stage");
    receipt.at = reader.text("at");
    receipt.position = reader.number("position");
    receipt.signature = reader.text("signature");
    receipt.epoch = reader.textOr("epoch", "");
    return reader.finish(receipt);
}

Json toJson(const SignedInOperator &person)
{
    return {{"name", person.name}, {"displayName", person.displayName}, {"roles", person.roles},
        {"department", person.department}, {"hall", person.hall}};
}

Result<SignedInOperator> operatorFromJson(const Json &json)
{
    Reader reader(json);
    SignedInOperator person;
    person.name = reader.text("name");
    person.displayName = reader.text("displayName");
    person.roles = reader.texts("roles");
    person.department = reader.textOr("department", "");
    person.hall = reader.textOr("hall", "");
    return reader.finish(person);
}

Json toJson(const Session &session)
{
    Json json{{"token", session.token}, {"expiresAt", session.expiresAt}, {"person", toJson(session.person)},
        {"gatewayKey", session.gatewayKey}, {"sealingKey", session.sealingKey}, {"suite", session.suite}};
    if (!session.ticket.signature.empty()) {
        json["ticket"] = toJson(session.ticket);
    }
    return json;
}

Result<Session> sessionFromJson(const Json &json)
{
    Reader reader(json);
    Session session;
    session.token = reader.text("token");
    session.expiresAt = reader.text("expiresAt");
    session.gatewayKey = reader.text("gatewayKey");
    session.sealingKey = reader.textOr("sealingKey", {}); // of a gateway before these
    session.suite = reader.textOr("suite", "sodium"); // likewise
    const auto person = operatorFromJson(reader.anyOr("person", Json()));
    if (!person) {
        reader.refuse("person");
    } else {
        session.person = *person;
    }
    const auto given = reader.anyOr("ticket", Json());
    const auto ticket = given.is_null() ? Result<Ticket>(Ticket()) : ticketFromJson(given);
    if (!ticket) {
        reader.refuse("ticket");
    } else {
        session.ticket = *ticket;
    }
    return reader.finish(session);
}

Json toJson(const Change &change)
{
    return {{"position", change.position}, {"kind", change.kind}, {"case", change.caseId},
        {"matter", change.matter}, {"at", change.at}};
}

Result<Change> changeFromJson(const Json &json)
{
    Reader reader(json);
    Change change;
    change.position = reader.number("position");
    change.kind = reader.text("kind");
    change.caseId = reader.text("case");
    change.matter = reader.text("matter");
    change.at = reader.text("at");
    return reader.finish(change);
}

Json toJson(const WorkItem &item)
{
    return {{"case", item.caseId}, {"number", item.number}, {"matter", item.matter}, {"bundle", item.bundle},
        {"state", item.state}, {"applicant", item.applicant}, {"receivedAt", item.receivedAt},
        {"due", item.due}};
}

Result<WorkItem> workItemFromJson(const Json &json)
{
    Reader reader(json);
    WorkItem item;
    item.caseId = reader.text("case");
    item.number = reader.text("number");
    item.matter = reader.text("matter");
    item.bundle = reader.text("bundle");
    item.state = reader.text("state");
    item.applicant = reader.text("applicant");
    item.receivedAt = reader.text("receivedAt");
    item.due = reader.text("due");
    return reader.finish(item);
}

Json toJson(const CaseSummary &summary)
{
    return {{"id", summary.id}, {"number", summary.number}, {"bundle", summary.bundle},
        {"applicant", summary.applicant}, {"window", summary.window}, {"receivedAt", summary.receivedAt},
        {"states", summary.states}};
}

Result<CaseSummary> summaryFromJson(const Json &json)
{
    Reader reader(json);
    CaseSummary summary;
    summary.id = reader.text("id");
    summary.number = reader.text("number");
    summary.bundle = reader.text("bundle");
    summary.applicant = reader.text("applicant");
    summary.window = reader.text("window");
    summary.receivedAt = reader.text("receivedAt");
    summary.states = reader.textMap("states");
    return reader.finish(summary);
}

Json toJson(const Watermark &watermark)
{
    Json stored = Json::array();
    for (const Watermark::Run &run : watermark.stored) {
        stored.push_back({run.first, run.last});
    }
    return {{"device", watermark.device}, {"epoch", watermark.epoch}, {"contiguous", watermark.contiguous},
        {"head", watermark.head}, {"stored", stored}, {"durable", watermark.durable},
        {"signature", watermark.signature}};
}

std::string signedText(const Watermark &watermark)
{
    return canonicalText({{"durable", watermark.durable}, {"epoch", watermark.epoch}});
}

Result<Watermark> watermarkFromJson(const Json &json)
{
    Reader reader(json);
    Watermark watermark;
    watermark.device = reader.text("device");
    watermark.epoch = reader.text("epoch");
    watermark.contiguous = reader.number("contiguous");
    watermark.head = reader.text("head");
    std::uint64_t before = 0;
    for (const Json &run : reader.array("stored")) {
        const bool isRun = run.is_array() && run.size() == 2 && run[0].is_number_unsigned()
            && run[1].is_number_unsigned() && run[0] > before && run[0] <= run[1];
        if (!isRun) {
            reader.refuse("stored");
            break;
        }
        watermark.stored.push_back({run[0], run[1]});
        before = watermark.stored.back().last;
    }
    const auto durable = reader.anyOr("durable", 0U);
    if (durable.is_number_unsigned()) {
        watermark.durable = durable;
    } else {
        reader.refuse("durable");
    }
    watermark.signature = reader.textOr("signature", "");
    return reader.finish(watermark);
}

Json toJson(const Colleague &colleague)
{
    return {{"name", colleague.name}, {"displayName", colleague.displayName}};
}

Result<Colleague> colleagueFromJson(const Json &json)
{
    Reader reader(json);
    Colleague colleague{reader.text("name"), reader.text("displayName")};
    return reader.finish(colleague);
}

Json toJson(const Hall &hall)
{
    Json windows = Json::array();
    for (const auto &window : hall.windows) {
        windows.push_back({{"station", window.station}, {"name", window.name}});
    }
    return {{"name", hall.name}, {"division", hall.division}, {"windows", windows}};
}

Result<Hall> hallFromJson(const Json &json)
{
    Reader reader(json);
    Hall hall;
    hall.name = reader.text("name");
    hall.division = reader.text("division");
    for (const auto &item : reader.array("windows")) {
        Reader window(item);
        hall.windows.push_back({window.text("station"), window.text("name")});
        reader.include(window, "windows");
    }
    return reader.finish(hall);
}

} // namespace quanke::wire
