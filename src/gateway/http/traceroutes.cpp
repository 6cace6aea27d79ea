#include "core/wire/reader.h"
#include "gateway/http/routes.h"

#include <limits>

namespace quanke::gateway {

namespace {

constexpr std::uint64_t mostLines = trace::Page::most;
constexpr auto largestNumber = std::uint64_t(std::numeric_limits<std::int64_t>::max());

std::string queryOr(const Request &request, const char *name, const char *otherwise)
{
    const auto found = request.query.find(name);
    return found == request.query.end() ? otherwise : found->second;
}

Result<Answer> readTrace(Gateway &gateway, const Request &request)
{
    const auto after = numberIn(queryOr(request, "after", "0"), "after", largestNumber);
    if (!after) {
        return after.failure();
    }
    const auto limit = numberIn(queryOr(request, "limit", "1000"), "limit", mostLines);
    if (!limit || *limit == 0) {
        return Failure{"request.parameter", {{"name", "limit"}}};
    }
    const auto chain = queryOr(request, "device", trace::gatewayChain);
    const auto page = gateway.traces().read(request.person, chain, *after, int(*limit));
    return page ? Result<Answer>(jsonAnswer(200, trace::toJson(*page))) : page.failure();
}

Result<Answer> takeTrace(Gateway &gateway, const Request &request)
{
    const auto json = objectWith(request.body, {"lines"});
    if (!json) {
        return json.failure();
    }
    wire::Reader reader(*json);
    const auto lines = reader.texts("lines");
    if (lines.size() > mostLines) {
        reader.refuse("lines");
    }
    if (const auto read = reader.finish(Done{}, "request.malformed"); !read) {
        return read.failure();
    }
    const auto taken = gateway.traces().take(request.person, request.path.at("id"), lines);
    return taken ? Result<Answer>(jsonAnswer(200, trace::toJson(*taken))) : taken.failure();
}

} // namespace

std::vector<Route> traceRoutes(Gateway &gateway)
{
    return {
        {"GET", "/v1/trace", withDuty({casework::Duty::ReadTrace}), Body::None,
            [&gateway](const Request &request) { return readTrace(gateway, request); }},
        {"PUT", "/v1/devices/{id}/trace", signedIn(), Body::Json,
            [&gateway](const Request &request) { return takeTrace(gateway, request); }},
    };
}

} // namespace quanke::gateway
