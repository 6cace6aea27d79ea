#include "core/base/identifier.h"
#include "core/wire/reader.h"
#include "gateway/http/routes.h"

#include <algorithm>
#include <limits>

namespace quanke::gateway {

namespace {

using casework::Duty;

constexpr std::uint64_t longestWait = 25; // seconds
constexpr std::uint64_t mostListed = 200;
constexpr std::ptrdiff_t longestWindow = 100; // characters of its name

std::string parameter(const Request &request, const std::string &name, const std::string &otherwise = {})
{
    const auto found = request.query.find(name);
    return found == request.query.end() ? otherwise : found->second;
}

/// An answer that shows something of people: its line is durable before it goes out, or it does not go out.
Result<Answer> traced(Gateway &gateway, const trace::Entry &entry, Result<Answer> answer)
{
    const auto noted = answer ? gateway.traces().note(entry) : Result<Done>(Done{});
    return noted ? answer : noted.failure();
}

template <class Item>
Answer itemsAnswer(const std::vector<Item> &items)
{
    Json list = Json::array();
    for (const auto &item : items) {
        list.push_back(wire::toJson(item));
    }
    return jsonAnswer(200, {{"items", list}});
}

Result<Answer> putOperation(Gateway &gateway, const Request &request)
{
    const auto accepted = gateway.operations().put(request.person, request.path.at("id"), request.body);
    if (!accepted) {
        return accepted.failure();
    }
    if (const auto &conflict = accepted->conflict) {
        const Json heads{{"stands", conflict->rivals.back()}, {"late", conflict->late}};
        return Failure{"case.conflict",
            {{"matter", conflict->matter}, {"heads", heads}, {"receipt", wire::toJson(accepted->receipt)}},
            {}};
    }
    return jsonAnswer(accepted->repeated ? 200 : 201, wire::toJson(accepted->receipt));
}

Result<Answer> watermark(Gateway &gateway, const Request &request)
{
    const auto found = gateway.devices().watermark(request.person, request.path.at("id"));
    return found ? Result<Answer>(jsonAnswer(200, wire::toJson(*found))) : Result<Answer>(found.failure());
}

Result<Answer> changes(Gateway &gateway, const Request &request)
{
    const auto cursor =
        numberIn(parameter(request, "cursor", "0"), "cursor", std::numeric_limits<std::int64_t>::max());
    if (!cursor) {
        return cursor.failure();
    }
    const auto wait = numberIn(parameter(request, "wait", "0"), "wait", longestWait);
    if (!wait) {
        return wait.failure();
    }
    const auto page = gateway.changes().after(*cursor, sightOf(request.person), std::chrono::seconds(*wait));
    if (!page) {
        return page.failure();
    }
    Json list = Json::array();
    for (const auto &change : page->changes) {
        list.push_back(wire::toJson(change));
    }
    auto answer = jsonAnswer(200, {{"cursor", page->cursor}, {"changes", list}});
    if (page->tooManyWait) {
        answer.headers.emplace_back("Retry-After", "20");
    }
    return answer;
}

Result<Answer> work(Gateway &gateway, const Request &request)
{
    const auto items = gateway.cases().work(request.person.actor.department);
    if (!items) {
        return items.failure();
    }
    auto line = entryOf(request.person, trace::act::viewWork);
    line.count = items->size();
    return traced(gateway, line, itemsAnswer(*items));
}

Result<Answer> list(Gateway &gateway, const Request &request)
{
    CaseFilter filter;
    filter.number = parameter(request, "number");
    filter.state = parameter(request, "state");
    filter.text = parameter(request, "text");
    casework::SubCaseState state{};
    if (!filter.state.empty() && !casework::stateFromName(filter.state, state)) {
        return Failure{"request.parameter", {{"name", "state"}}, {}};
    }
    const auto limit = numberIn(parameter(request, "limit", "100"), "limit", mostListed);
    if (!limit) {
        return limit.failure();
    }
    filter.limit = int(*limit);
    const auto items = gateway.cases().list(request.person, filter);
    if (!items) {
        return items.failure();
    }
    const bool isSearch = !filter.text.empty() || !filter.number.empty();
    auto line = entryOf(request.person, isSearch ? trace::act::searchCases : trace::act::listCases);
    line.count = items->size();
    return traced(gateway, line, itemsAnswer(*items));
}

Result<Answer> view(Gateway &gateway, const Request &request)
{
    const auto purpose = purposeOf(request);
    if (!purpose) {
        return purpose.failure();
    }
    const auto &id = request.path.at("id");
    const bool isSeen = *purpose != trace::keeping;
    auto line = entryOf(request.person, isSeen ? trace::act::viewCase : trace::act::fetchCase);
    line.caseId = isUuid(id) ? id : std::string(); // else it is anything that was typed
    line.purpose = *purpose;
    const auto found = gateway.cases().view(request.person, id);
    if (!found) {
        return notShown(gateway, line, found.failure());
    }
    const auto tag = "\"" + found->tag + "\"";
    auto answer = request.header("if-none-match") == tag ? Answer{304, {}, {}, {}, {}}
                                                         : jsonAnswer(200, found->content);
    answer.headers.emplace_back("ETag", tag);
    answer.headers.emplace_back("Cache-Control", "private, no-cache");
    answer.headers.emplace_back("Vary", "Authorization");
    // What has not changed shows nothing: the line stands where it was fetched.
    return answer.status == 304 ? answer : traced(gateway, line, std::move(answer));
}

/// Of UTF-8.
std::ptrdiff_t charactersOf(const std::string &text)
{
    return std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; });
}

Result<Answer> takeLease(Gateway &gateway, const Request &request)
{
    const auto json = objectWith(request.body, {"window", "instead"});
    if (!json) {
        return json.failure();
    }
    wire::Reader reader(*json);
    const auto window = reader.text("window");
    const auto instead = json->contains("instead") ? std::optional(reader.number("instead")) : std::nullopt;
    if (const auto read = reader.finish(Done{}, "request.malformed"); !read) {
        return read.failure();
    }
    if (charactersOf(window) > longestWindow) {
        return Failure{"request.malformed", {{"member", "window"}, {"limit", longestWindow}}, {}};
    }
    const auto lease = gateway.cases().takeLease(request.person, request.path.at("id"), window, instead);
    return lease ? Result<Answer>(jsonAnswer(200, wire::toJson(*lease))) : Result<Answer>(lease.failure());
}

Result<Answer> endLease(Gateway &gateway, const Request &request)
{
    const auto ended = gateway.cases().endLease(request.person, request.path.at("id"));
    return ended ? Result<Answer>(Answer{204, {}, {}, {}, {}}) : Result<Answer>(ended.failure());
}

} // namespace

std::vector<Route> caseRoutes(Gateway &gateway)
{
    const std::set<Duty> seesCases{Duty::ViewCases, Duty::ViewDepartmentWork};
    const std::set<Duty> works{Duty::SupplementCase, Duty::AcceptSubCase};
    return {
        {"PUT", "/v1/ops/{id}", signedIn(), Body::Json,
            [&gateway](const Request &request) { return putOperation(gateway, request); }},
        {"GET", "/v1/devices/{id}/watermark", signedIn(), Body::None,
            [&gateway](const Request &request) { return watermark(gateway, request); }},
        {"GET", "/v1/changes", withDuty(seesCases), Body::None,
            [&gateway](const Request &request) { return changes(gateway, request); }},
        {"GET", "/v1/work", withDuty({Duty::ViewDepartmentWork}), Body::None,
            [&gateway](const Request &request) { return work(gateway, request); }},
        {"GET", "/v1/cases", withDuty(seesCases), Body::None,
            [&gateway](const Request &request) { return list(gateway, request); }},
        {"GET", "/v1/cases/{id}", withDuty(seesCases), Body::None,
            [&gateway](const Request &request) { return view(gateway, request); }},
        {"PUT", "/v1/cases/{id}/lease", withDuty(works), Body::Json,
            [&gateway](const Request &request) { return takeLease(gateway, request); }},
        {"DELETE", "/v1/cases/{id}/lease", withDuty(works), Body::None,
            [&gateway](const Request &request) { return endLease(gateway, request); }},
    };
}

} // namespace quanke::gateway
