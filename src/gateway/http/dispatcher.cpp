#include "gateway/http/dispatcher.h"

#include "gateway/http/bodyreader.h"
#include "gateway/http/problem.h"
#include "gateway/http/tus.h"
#include "seal/random.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Timestamp.h>
#include <Poco/URI.h>

#include <chrono>

namespace quanke::gateway {

namespace {

/// A caller's own request id is kept when it is plainly one.
bool isRequestId(const std::string &text)
{
    return text.size() >= 8 && text.size() <= 64
        && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")
        == std::string::npos;
}

std::string lowerCase(std::string text)
{
    for (auto &character : text) {
        if (character >= 'A' && character <= 'Z') {
            character = char(character - 'A' + 'a');
        }
    }
    return text;
}

bool isAllowed(const Access &access, const SignedIn &person)
{
    if (access.kind != Access::Kind::WithDuty) {
        return true;
    }
    for (const auto duty : access.duties) {
        if (casework::mayDo(person.actor.roles, duty)) {
            return true;
        }
    }
    return false;
}

/// Whether the body was left where it was, on purpose or because it ended.
bool isCutShort(const Failure &failure)
{
    return failure.key == "upload.superseded" || failure.key == "upload.interrupted";
}

long millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start)
        .count();
}

} // namespace

struct Dispatcher::Exchange {
    Poco::Net::HTTPServerRequest &incoming;
    Poco::Net::HTTPServerResponse &outgoing;
    Request request;
    std::string pattern = "-"; ///< of the route, for the log
    std::string allowed; ///< methods of the address, for 405
    std::string detail; ///< of a failure of our own, for the log
    int status = 0;
};

Dispatcher::Dispatcher(Gateway &gateway, RequestLog &log, std::vector<Route> routes, std::size_t bodyRoom)
    : m_gateway(gateway)
    , m_log(log)
    , m_routes(std::move(routes))
    , m_bodyRoom(bodyRoom)
    , m_readPace(gateway.context().clock)
{
}

void Dispatcher::handle(Poco::Net::HTTPServerRequest &incoming, Poco::Net::HTTPServerResponse &outgoing)
{
    const auto start = std::chrono::steady_clock::now();
    Exchange exchange{incoming, outgoing, {}, "-", {}, {}, 0};
    const auto given = incoming.get("X-Request-Id", "");
    exchange.request.id = isRequestId(given) ? given : seal::makeId(m_gateway.context().clock);
    try {
        const auto result = answer(exchange);
        if (!result) {
            exchange.detail = result.failure().detail;
            if (isCutShort(result.failure())) {
                outgoing.setKeepAlive(false); // what still comes is the rest of this body, no request
            }
        }
        const auto content = result ? *result : problemAnswer(exchange, result.failure());
        exchange.status = content.status;
        finishReading(incoming, outgoing);
        send(exchange, content);
    } catch (const Poco::Exception &exception) {
        exchange.detail += exception.displayText();
    } catch (const std::exception &exception) {
        exchange.detail += exception.what();
    }
    if (!outgoing.sent()) {
        exchange.status = 500;
        send(exchange, problemAnswer(exchange, {"internal", Json::object(), {}}));
    }
    m_log.write({exchange.request.id, incoming.getMethod(), exchange.pattern, exchange.status,
        millisecondsSince(start), exchange.detail});
}

Result<Answer> Dispatcher::answer(Exchange &exchange)
{
    const auto route = find(exchange);
    exchange.pattern = route ? (*route)->pattern : exchange.pattern; // for the log, whatever comes
    if (const auto identified = identify(exchange); !identified) {
        return identified.failure();
    }
    if (!route) {
        return route.failure();
    }
    if (const auto admitted = admit(exchange, **route); !admitted) {
        return admitted.failure();
    }
    if (const auto done = read(exchange, **route); !done) {
        return done.failure();
    }
    return (*route)->handler(exchange.request);
}

Result<const Route *> Dispatcher::find(Exchange &exchange) const
{
    std::string path;
    try {
        const Poco::URI uri(exchange.incoming.getURI());
        path = uri.getPath();
        for (const auto &[name, value] : uri.getQueryParameters()) {
            exchange.request.query[name] = value;
        }
    } catch (const Poco::Exception &) {
        return Failure{"request.parameter", {{"name", "address"}}, {}};
    }
    for (const auto &route : m_routes) {
        auto names = match(route.pattern, path);
        if (!names) {
            continue;
        }
        if (route.method == exchange.incoming.getMethod()) {
            exchange.request.path = std::move(*names);
            return &route;
        }
        exchange.allowed += (exchange.allowed.empty() ? "" : ", ") + route.method;
    }
    return Failure{exchange.allowed.empty() ? "route.unknown" : "route.method", Json::object(), {}};
}

/// Who is shut out gets nothing, not even what everybody may ask.
Result<Done> Dispatcher::identify(Exchange &exchange) const
{
    if (m_tls == nullptr) {
        return Done{};
    }
    auto device = m_tls->deviceOf(exchange.incoming);
    if (!device) {
        return device.failure();
    }
    exchange.request.certified = std::move(*device);
    return Done{};
}

Result<Done> Dispatcher::admit(Exchange &exchange, const Route &route)
{
    if (route.access.kind == Access::Kind::Anybody) {
        return Done{};
    }
    constexpr std::string_view scheme = "Bearer ";
    const auto authorization = exchange.incoming.get("Authorization", "");
    if (!authorization.starts_with(scheme)) {
        return Failure{"session.missing", Json::object(), {}};
    }
    auto person = m_gateway.sessions().authenticate(authorization.substr(scheme.size()));
    if (!person) {
        return person.failure();
    }
    if (!exchange.request.isFrom(person->device)) {
        // The session is that person's; who shows it is the device of the certificate.
        auto line = entryOf(*person, trace::act::refused);
        line.device = exchange.request.certified;
        return refuse(line, {"device.other-certificate", Json::object(), "device " + line.device});
    }
    if (!isAllowed(route.access, *person)) {
        return refuse(entryOf(*person, trace::act::refused), {"session.wrong-role"});
    }
    exchange.request.person = std::move(*person);
    return route.method == "GET" ? m_readPace.take(exchange.request.person.actor.operatorName) : Done{};
}

/// Told before it is refused.
Failure Dispatcher::refuse(trace::Entry line, const Failure &failure)
{
    line.outcome = failure.key;
    const auto noted = m_gateway.traces().note(line);
    return noted ? failure : noted.failure();
}

Result<Done> Dispatcher::read(Exchange &exchange, const Route &route)
{
    for (const auto &[name, value] : exchange.incoming) {
        exchange.request.headers[lowerCase(name)] = value;
    }
    if (route.body == Body::Bytes) {
        exchange.request.incoming = incomingOf(exchange.incoming);
    }
    exchange.request.incoming.room = m_bodyRoom.part(); // until it is answered
    if (route.body != Body::Json) {
        return Done{};
    }
    auto body = readJsonBody(exchange.incoming, *exchange.request.incoming.room);
    if (!body) {
        return body.failure();
    }
    exchange.request.body = std::move(*body);
    return Done{};
}

Answer Dispatcher::problemAnswer(const Exchange &exchange, const Failure &failure) const
{
    const auto problem = problemOf(failure, exchange.request.id);
    auto answer = jsonAnswer(problem.status, wire::toJson(problem));
    answer.contentType = "application/problem+json";
    if (problem.status == 401) {
        answer.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    if (problem.status == 405) {
        answer.headers.emplace_back("Allow", exchange.allowed);
    }
    if (problem.arguments.contains("retryAfter")) {
        answer.headers.emplace_back("Retry-After", problem.arguments["retryAfter"].dump());
    }
    if (exchange.pattern.starts_with("/v1/uploads")) {
        answer.headers.emplace_back("Tus-Resumable", tusVersion);
        answer.headers.emplace_back("Tus-Version", tusVersion);
    }
    return answer;
}

void Dispatcher::send(Exchange &exchange, const Answer &answer) const
{
    auto &outgoing = exchange.outgoing;
    outgoing.setStatusAndReason(Poco::Net::HTTPResponse::HTTPStatus(answer.status));
    if (answer.status == checksumMismatch) {
        outgoing.setReason("Checksum Mismatch"); // of tus alone
    }
    // By the clock that sessions, leases and limits go by: desks compare theirs with it.
    const std::chrono::microseconds now = m_gateway.context().clock.now().time_since_epoch();
    outgoing.setDate(Poco::Timestamp(now.count()));
    outgoing.set("X-Request-Id", exchange.request.id);
    outgoing.set("X-Content-Type-Options", "nosniff");
    outgoing.set("Cache-Control", "no-store");
    for (const auto &[name, value] : answer.headers) {
        outgoing.set(name, value);
    }
    if (answer.file) {
        outgoing.sendFile(answer.file->string(), answer.contentType);
        return;
    }
    if (!answer.contentType.empty()) {
        outgoing.setContentType(answer.contentType);
    }
    const bool hasNoBody = answer.status == 204 || answer.status == 304;
    if (hasNoBody) {
        outgoing.send();
    } else {
        outgoing.sendBuffer(answer.body.data(), answer.body.size()); // with the header, in one packet
    }
}

} // namespace quanke::gateway
