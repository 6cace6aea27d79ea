#include "core/wire/reader.h"
#include "gateway/http/routes.h"

namespace quanke::gateway {

namespace {

using casework::Duty;

Json entryOf(const wire::SignedInOperator &person)
{
    auto json = wire::toJson(person);
    json.erase("hall");
    return json;
}

Result<Answer> list(Gateway &gateway)
{
    const auto people = gateway.operators().all();
    if (!people) {
        return people.failure();
    }
    Json items = Json::array();
    for (const auto &person : *people) {
        items.push_back(entryOf(person));
    }
    return jsonAnswer(200, {{"items", items}});
}

Result<Answer> listClerks(Gateway &gateway)
{
    const auto clerks = gateway.operators().clerks();
    if (!clerks) {
        return clerks.failure();
    }
    Json items = Json::array();
    for (const auto &clerk : *clerks) {
        items.push_back(wire::toJson(clerk));
    }
    return jsonAnswer(200, {{"items", items}});
}

Result<OperatorEntry> entryIn(const Request &request)
{
    const auto json = objectWith(request.body, {"displayName", "roles", "department", "password"});
    if (!json) {
        return json.failure();
    }
    wire::Reader reader(*json);
    OperatorEntry entry;
    entry.person.name = request.path.at("name");
    entry.person.displayName = reader.text("displayName");
    entry.person.roles = reader.texts("roles");
    entry.person.department = reader.textOr("department", "");
    if (json->contains("password")) {
        entry.password = reader.text("password");
    }
    return reader.finish(entry, "request.malformed");
}

Result<Answer> put(Gateway &gateway, const Request &request)
{
    const auto entry = entryIn(request);
    if (!entry) {
        return entry.failure();
    }
    const auto stored = gateway.operators().put(request.person, *entry);
    if (!stored) {
        return stored.failure();
    }
    return jsonAnswer(*stored == Stored::New ? 201 : 200, entryOf(entry->person));
}

Result<Answer> remove(Gateway &gateway, const Request &request)
{
    const auto removed = gateway.operators().remove(request.person, request.path.at("name"));
    return removed ? Result<Answer>(Answer{204, {}, {}, {}, {}}) : Result<Answer>(removed.failure());
}

} // namespace

std::vector<Route> operatorRoutes(Gateway &gateway)
{
    return {
        {"GET", "/v1/operators", withDuty({Duty::ManageOperators}), Body::None,
            [&gateway](const Request &) { return list(gateway); }},
        {"GET", "/v1/clerks", withDuty({Duty::HandOverCase}), Body::None,
            [&gateway](const Request &) { return listClerks(gateway); }},
        {"PUT", "/v1/operators/{name}", withDuty({Duty::ManageOperators}), Body::Json,
            [&gateway](const Request &request) { return put(gateway, request); }},
        {"DELETE", "/v1/operators/{name}", withDuty({Duty::ManageOperators}), Body::None,
            [&gateway](const Request &request) { return remove(gateway, request); }},
    };
}

} // namespace quanke::gateway
