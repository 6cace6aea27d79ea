#pragma once

#include "gateway/http/readpace.h"
#include "gateway/http/requestlog.h"
#include "gateway/http/route.h"
#include "gateway/http/tls.h"
#include "gateway/service/gateway.h"
#include "trace/line.h"

#include <string>
#include <vector>

namespace Poco::Net {
class HTTPServerRequest;
class HTTPServerResponse;
} // namespace Poco::Net

namespace quanke::gateway {

/// Takes one request through the table: route, session, role, body, handler, answer, log. Whatever fails on
/// the way becomes a problem (RFC 9457); nothing that was thrown goes out.
class Dispatcher {
public:
    /// All outlive the dispatcher. `bodyRoom` is in bytes, for all bodies that are read whole.
    Dispatcher(Gateway &gateway, RequestLog &log, std::vector<Route> routes, std::size_t bodyRoom);
    /// Before the first request; else it is plain HTTP.
    void secureBy(const Tls &tls) { m_tls = &tls; }

    void handle(Poco::Net::HTTPServerRequest &incoming, Poco::Net::HTTPServerResponse &outgoing);

private:
    struct Exchange;

    Result<Answer> answer(Exchange &exchange);
    Result<const Route *> find(Exchange &exchange) const;
    Result<Done> identify(Exchange &exchange) const;
    Result<Done> admit(Exchange &exchange, const Route &route);
    Failure refuse(trace::Entry line, const Failure &failure);
    Result<Done> read(Exchange &exchange, const Route &route);
    Answer problemAnswer(const Exchange &exchange, const Failure &failure) const;
    void send(Exchange &exchange, const Answer &answer) const;

    Gateway &m_gateway;
    RequestLog &m_log;
    std::vector<Route> m_routes;
    BodyRoom m_bodyRoom;
    ReadPace m_readPace;
    const Tls *m_tls = nullptr;
};

} // namespace quanke::gateway
