#include "gateway/httpclient.h"

#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>

#include <istream>
#include <iterator>
#include <ostream>

namespace quanke::test {

namespace {

std::string lowerCase(std::string text)
{
    for (auto &character : text) {
        character = char(std::tolower(static_cast<unsigned char>(character)));
    }
    return text;
}

/// Less than the gateway waits for a connection that says nothing: whoever hangs behind one is found out.
const Poco::Timespan longestWait(15, 0);

std::unique_ptr<Poco::Net::HTTPClientSession> sessionWith(const HttpClient::Connect &connect)
{
    auto session = connect();
    session->setTimeout(longestWait);
    session->setKeepAlive(true);
    return session;
}

Poco::Net::HTTPRequest requestOf(
    const std::string &method, const std::string &path, const Headers &headers, const std::string &token)
{
    Poco::Net::HTTPRequest request(method, path, Poco::Net::HTTPMessage::HTTP_1_1);
    request.setKeepAlive(true);
    if (!token.empty()) {
        request.set("Authorization", "Bearer " + token);
    }
    for (const auto &[name, value] : headers) {
        request.set(name, value);
    }
    return request;
}

Response responseOf(Poco::Net::HTTPClientSession &session)
{
    Poco::Net::HTTPResponse answer;
    auto &stream = session.receiveResponse(answer);
    Response response;
    response.status = answer.getStatus();
    response.body.assign(std::istreambuf_iterator<char>(stream), {});
    for (const auto &[name, value] : answer) {
        response.headers[lowerCase(name)] = value;
    }
    return response;
}

} // namespace

std::string Response::header(const std::string &lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? std::string() : found->second;
}

std::string Response::outcome() const
{
    const auto code = std::to_string(status);
    if (header("content-type") != "application/problem+json" || body.empty()) { // as to HEAD
        return code;
    }
    const auto problem = json();
    if (!problem.is_object()) {
        return code + " problem that is no JSON";
    }
    const std::string prefix = "urn:quanke:problem:";
    const auto type = problem.value("type", "");
    const bool isWhole = type.starts_with(prefix) && problem.value("status", 0) == status
        && !problem.value("title", "").empty() && problem.value("requestId", "") == header("x-request-id");
    return code + " " + (isWhole ? type.substr(prefix.size()) : "problem that is not well formed");
}

HttpClient::HttpClient(std::uint16_t port)
    : HttpClient([port] { return std::make_unique<Poco::Net::HTTPClientSession>("127.0.0.1", port); })
{
}

HttpClient::HttpClient(Connect connect)
    : m_connect(std::move(connect))
    , m_session(sessionWith(m_connect))
{
}

Response HttpClient::send(
    const std::string &method, const std::string &path, const std::string &body, const Headers &headers)
{
    auto request = requestOf(method, path, headers, m_token);
    if (!body.empty()) {
        request.setContentLength64(Poco::Int64(body.size()));
        if (!request.has("Content-Type")) {
            request.setContentType("application/json");
        }
    }
    m_session->sendRequest(request) << body << std::flush;
    return responseOf(*m_session);
}

UnfinishedRequest HttpClient::begin(const std::string &method, const std::string &path,
    const std::string &body, std::size_t sent, const Headers &headers)
{
    auto request = requestOf(method, path, headers, m_token);
    request.setContentLength64(Poco::Int64(body.size()));
    auto session = sessionWith(m_connect);
    auto &stream = session->sendRequest(request);
    stream << body.substr(0, sent) << std::flush;
    return {std::move(session), stream, body.substr(sent)};
}

void UnfinishedRequest::sendRest()
{
    m_stream << m_rest << std::flush;
}

Response UnfinishedRequest::response()
{
    return responseOf(*m_session);
}

void HttpClient::sendAndCut(const std::string &method, const std::string &path, const std::string &body,
    std::size_t sent, const Headers &headers)
{
    auto request = requestOf(method, path, headers, m_token);
    request.setContentLength64(Poco::Int64(body.size()));
    m_session->sendRequest(request) << body.substr(0, sent) << std::flush;
    m_session = sessionWith(m_connect);
}

} // namespace quanke::test
