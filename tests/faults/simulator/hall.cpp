#include "faults/simulator/hall.h"

#include "gateway/http/problem.h"
#include "gateway/service/demohall.h"
#include "platform/folder.h"
#include "support/must.h"

#include <QFile>
#include <QUrlQuery>

namespace quanke::faults {

using gateway::Gateway;
using gateway::Request;
using gateway::Route;
using test::must;
using Asked = test::FakeAccessManager::Asked;

namespace {

bool isOf(const gateway::Access &access, const gateway::SignedIn &person)
{
    return access.kind != gateway::Access::Kind::WithDuty
        || std::any_of(access.duties.begin(), access.duties.end(),
            [&](casework::Duty duty) { return casework::mayDo(person.actor.roles, duty); });
}

Hall::Answer payloadOf(const gateway::Answer &answer)
{
    Hall::Answer payload;
    payload.status = answer.status;
    payload.contentType = QByteArray::fromStdString(answer.contentType);
    payload.body = QByteArray::fromStdString(answer.body);
    if (answer.file) {
        payload.body = QByteArray::fromStdString(must(platform::readFile(*answer.file)));
    }
    for (const auto &[name, value] : answer.headers) {
        payload.headers.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    }
    return payload;
}

} // namespace

Hall::Hall(QString folder, const test::Definitions &definitions, const Clock &clock)
    : m_folder(std::move(folder))
    , m_definitions(definitions)
    , m_clock(clock)
{
}

void Hall::open()
{
    m_gateway = must(Gateway::open({m_folder.toStdString(), m_definitions.catalogue, std::string(64, 'f'),
        m_definitions.calendar, m_clock, seal::cheapestCost}));
    must(gateway::seedDemoHall(m_gateway->context(), seal::cheapestCost));
    m_routes = gateway::allRoutes(*m_gateway, "0.0.0");
}

void Hall::close()
{
    m_routes.clear();
    m_gateway.reset();
}

void Hall::backUp()
{
    QFile::remove(night());
    if (!QFile::copy(database(), night())) {
        qFatal("the hall cannot be backed up");
    }
}

bool Hall::wasBackedUp() const
{
    return QFile::exists(night());
}

void Hall::restore()
{
    if (!QFile::remove(database()) || !QFile::copy(night(), database())) {
        qFatal("the hall cannot be put back");
    }
}

Hall::Answer Hall::ask(const Asked &asked)
{
    auto request = requestOf(asked);
    Result<gateway::Answer> answer = Failure{"route.unknown"};
    for (const Route &route : m_routes) {
        auto names = gateway::match(route.pattern, asked.path.toStdString());
        if (names && route.method == asked.verb.toStdString()) {
            request.path = std::move(*names);
            answer = handle(route, request);
            break;
        }
    }
    if (answer) {
        return payloadOf(*answer);
    }
    const auto problem = gateway::problemOf(answer.failure(), request.id);
    auto payload = payloadOf(gateway::jsonAnswer(problem.status, wire::toJson(problem)));
    payload.contentType = "application/problem+json";
    return payload;
}

Result<gateway::Answer> Hall::handle(const Route &route, Request &request) const
{
    if (route.access.kind != gateway::Access::Kind::Anybody) {
        constexpr std::string_view scheme = "Bearer ";
        const auto authorization = request.header("authorization");
        auto person = authorization.starts_with(scheme)
            ? m_gateway->sessions().authenticate(authorization.substr(scheme.size()))
            : Failure{"session.missing"};
        if (!person) {
            return person.failure();
        }
        if (!isOf(route.access, *person)) {
            return Failure{"session.wrong-role"};
        }
        request.person = std::move(*person);
    }
    return route.handler(request);
}

Request Hall::requestOf(const Asked &asked) const
{
    Request request;
    request.id = "simulated";
    for (const auto &[name, value] : QUrlQuery(asked.request.url()).queryItems()) {
        request.query[name.toStdString()] = value.toStdString();
    }
    for (const QByteArray &name : asked.request.rawHeaderList()) {
        request.headers[name.toLower().toStdString()] = asked.request.rawHeader(name).toStdString();
    }
    request.body = asked.body.toStdString();
    request.incoming.length = request.body.size();
    request.incoming.read = [rest = request.body](char *into, std::size_t most) mutable {
        const auto count = rest.copy(into, most);
        rest.erase(0, count);
        return Result<std::size_t>(count);
    };
    return request;
}

} // namespace quanke::faults
