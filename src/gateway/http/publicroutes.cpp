#include "gateway/http/routes.h"
#include "gatewaycontract.h"

namespace quanke::gateway {

namespace {

/// How the second copy stands; nothing of where it lies.
Json backupOf(const Gateway &gateway)
{
    const auto standing = gateway.backup();
    if (!standing) {
        return {{"state", "none"}};
    }
    Json json{{"state",
                  standing->problem  ? "failing"
                      : standing->at ? "good"
                                     : "pending"},
        {"position", standing->position}, {"onSameDisk", standing->isOnSameDisk}};
    if (standing->at) {
        json["at"] = toText(*standing->at);
    }
    if (standing->problem) {
        json["problem"] = standing->problem->key;
    }
    return json;
}

Result<Answer> health(Gateway &gateway, const std::string &version)
{
    const auto epoch = gateway.epoch();
    const auto durable = epoch ? gateway.durablePosition() : epoch.failure();
    if (!durable) {
        return durable.failure();
    }
    return jsonAnswer(200,
        {{"status", "ok"}, {"version", version}, {"forms", gateway.formsDigest()}, {"epoch", *epoch},
            {"durable", *durable}, {"backup", backupOf(gateway)}});
}

Result<Answer> hall(Gateway &gateway)
{
    const auto found = gateway.hall().hall();
    return found ? Result<Answer>(jsonAnswer(200, wire::toJson(*found))) : Result<Answer>(found.failure());
}

Result<Answer> contract()
{
    return Answer{200, "application/json", std::string(gatewayContractFiles().front().text), {}, {}};
}

} // namespace

std::vector<Route> publicRoutes(Gateway &gateway, const std::string &version)
{
    return {
        {"GET", "/v1/health", anybody(), Body::None,
            [&gateway, version](const Request &) { return health(gateway, version); }},
        {"GET", "/v1/hall", anybody(), Body::None, [&gateway](const Request &) { return hall(gateway); }},
        {"GET", "/openapi.json", anybody(), Body::None, [](const Request &) { return contract(); }},
    };
}

} // namespace quanke::gateway
