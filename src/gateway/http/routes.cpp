#include "gateway/http/routes.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace quanke::gateway {

namespace {

/// A name from outside as it may be said back: not for ever long, and no character cut in two.
std::string shortened(const std::string &name)
{
    auto length = std::min<std::size_t>(name.size(), 64);
    while (length < name.size() && (name[length] & 0xC0) == 0x80) {
        --length;
    }
    return name.substr(0, length);
}

} // namespace

std::vector<Route> allRoutes(Gateway &gateway, const std::string &version)
{
    std::vector<Route> routes;
    for (auto part : {publicRoutes(gateway, version), sessionRoutes(gateway), operatorRoutes(gateway),
             caseRoutes(gateway), documentRoutes(gateway), ingestRoutes(gateway), traceRoutes(gateway)}) {
        std::ranges::move(part, std::back_inserter(routes));
    }
    return routes;
}

Result<std::string> purposeOf(const Request &request)
{
    auto purpose = request.header("quanke-purpose");
    if (!purpose.empty() && !trace::isPurpose(purpose)) {
        return Failure{"request.parameter", {{"name", "Quanke-Purpose"}}};
    }
    return purpose;
}

Failure notShown(Gateway &gateway, trace::Entry entry, const Failure &failure)
{
    entry.outcome = failure.key;
    const auto noted = gateway.traces().note(entry);
    return noted ? failure : noted.failure();
}

Result<Json> objectWith(const std::string &body, const std::vector<std::string> &members)
{
    auto json = parseJson(body);
    if (!json) {
        return json;
    }
    if (!json->is_object()) {
        return Failure{"request.malformed", {{"member", "object"}}, {}};
    }
    for (const auto &[name, value] : json->items()) {
        if (std::ranges::find(members, name) == members.end()) {
            return Failure{"request.unknown-member", {{"member", shortened(name)}}, {}};
        }
    }
    return json;
}

Result<std::uint64_t> numberIn(const std::string &text, const std::string &name, std::uint64_t most)
{
    std::uint64_t number = 0;
    const auto *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number > most) {
        return Failure{"request.parameter", {{"name", name}}, {}};
    }
    return number;
}

} // namespace quanke::gateway
