#pragma once

#include "core/base/json.h"

#include <Poco/Net/HTTPClientSession.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

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

/// One connection to a gateway, kept alive, that sends exactly what it is told.
class HttpClient {
public:
    explicit HttpClient(std::uint16_t port);

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

private:
    std::uint16_t m_port;
    std::unique_ptr<Poco::Net::HTTPClientSession> m_session;
    std::string m_token;
};

} // namespace quanke::test
