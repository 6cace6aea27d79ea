#pragma once

#include "core/base/json.h"

#include <Poco/Net/HTTPClientSession.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <utility>

namespace quanke::test {

struct Response {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;

    Json json() const { return Json::parse(body, nullptr, false); }
    std::string header(const std::string &lowerCaseName) const;
    /// "422 operation.conflict" for a problem that is well formed, "200" for an answer that is none.
    std::string outcome() const;
};

using Headers = std::map<std::string, std::string>;

/// A request of which only a part was sent. Its connection stays open as long as this lives.
class UnfinishedRequest {
public:
    UnfinishedRequest(
        std::unique_ptr<Poco::Net::HTTPClientSession> session, std::ostream &stream, std::string rest)
        : m_session(std::move(session))
        , m_stream(stream)
        , m_rest(std::move(rest))
    {
    }

    void sendRest();
    Response response(); ///< waits for it, be the request whole or not

private:
    std::unique_ptr<Poco::Net::HTTPClientSession> m_session;
    std::ostream &m_stream; ///< of the session
    std::string m_rest;
};

/// One connection to a gateway, kept alive, that sends exactly what it is told.
class HttpClient {
public:
    explicit HttpClient(std::uint16_t port);
    /// One that opens its connections itself, over TLS for example.
    using Connect = std::function<std::unique_ptr<Poco::Net::HTTPClientSession>()>;
    explicit HttpClient(Connect connect);

    void setToken(const std::string &token) { m_token = token; }
    const std::string &token() const { return m_token; }

    /// A body is sent as application/json unless the headers say otherwise.
    Response send(const std::string &method, const std::string &path, const std::string &body = {},
        const Headers &headers = {});
    Response get(const std::string &path, const Headers &headers = {})
    {
        return send("GET", path, {}, headers);
    }

    /// Announces a body, sends only the first bytes of it and drops the connection.
    void sendAndCut(const std::string &method, const std::string &path, const std::string &body,
        std::size_t sent, const Headers &headers);

    /// Announces a body, sends only the first bytes of it and then nothing, on a connection of its own.
    UnfinishedRequest begin(const std::string &method, const std::string &path, const std::string &body,
        std::size_t sent, const Headers &headers);

private:
    Connect m_connect;
    std::unique_ptr<Poco::Net::HTTPClientSession> m_session;
    std::string m_token;
};

} // namespace quanke::test
