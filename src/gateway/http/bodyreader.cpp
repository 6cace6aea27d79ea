#include "gateway/http/bodyreader.h"

#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/StreamSocket.h>

#include <array>
#include <memory>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace quanke::gateway {

namespace {

constexpr std::streamsize largestJson = 4 * 1024 * 1024;
constexpr std::streamsize largestRest = 32 * 1024 * 1024;

bool hasBody(const Poco::Net::HTTPServerRequest &request)
{
    return request.getChunkedTransferEncoding()
        || (request.hasContentLength() && request.getContentLength64() > 0);
}

/// Acknowledges what arrives without delay; the system forgets it after a while, so it is said before each
/// read.
void acknowledgeAtOnce(Poco::Net::HTTPServerRequest &request)
{
    if (auto *own = dynamic_cast<Poco::Net::HTTPServerRequestImpl *>(&request); own != nullptr) {
        own->socket().setOption(IPPROTO_TCP, TCP_QUICKACK, 1);
    }
}

} // namespace

Result<std::string> readJsonBody(Poco::Net::HTTPServerRequest &request, BodyRoom::Part &room)
{
    const auto type = request.getContentType();
    if (type != "application/json" && !type.starts_with("application/json;")) {
        return Failure{"request.content-type", {{"expected", "application/json"}}, {}};
    }
    const Failure tooLarge{"request.too-large", {{"limit", largestJson}}, {}};
    if (request.hasContentLength() && request.getContentLength64() > largestJson) {
        return tooLarge;
    }
    std::string body;
    std::array<char, 16 * 1024> piece{};
    auto &stream = request.stream();
    while (acknowledgeAtOnce(request), stream.read(piece.data(), piece.size()), stream.gcount() > 0) {
        if (const auto taken = room.take(std::size_t(stream.gcount())); !taken) {
            return taken.failure();
        }
        body.append(piece.data(), std::size_t(stream.gcount()));
        if (std::streamsize(body.size()) > largestJson) {
            return tooLarge;
        }
    }
    return body;
}

Incoming incomingOf(Poco::Net::HTTPServerRequest &request)
{
    Incoming incoming;
    if (request.hasContentLength()) {
        incoming.length = std::uint64_t(request.getContentLength64());
    } else if (!request.getChunkedTransferEncoding()) {
        incoming.length = 0;
    }
    auto taken = std::make_shared<std::uint64_t>(0);
    incoming.read = [&request, expected = incoming.length, taken](
                        char *into, std::size_t most) -> Result<std::size_t> {
        auto &stream = request.stream();
        if (expected && *taken == *expected) {
            return std::size_t(0);
        }
        acknowledgeAtOnce(request);
        stream.read(into, std::streamsize(most));
        const auto count = std::size_t(stream.gcount());
        *taken += count;
        if (count == 0 && (stream.bad() || *taken < expected.value_or(0))) {
            return Failure{"upload.interrupted", Json::object(), {}};
        }
        return count;
    };
    if (auto *own = dynamic_cast<Poco::Net::HTTPServerRequestImpl *>(&request); own != nullptr) {
        // Of the system's socket: one of TLS does nothing. Where the other side was quicker it fails, which is as good.
        incoming.giveUp = [socket = own->socket()] { ::shutdown(socket.impl()->sockfd(), SHUT_RD); };
    }
    return incoming;
}

void finishReading(Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response)
{
    if (!hasBody(request)) {
        return;
    }
    auto &stream = request.stream();
    stream.ignore(largestRest);
    if (!stream.eof()) {
        response.setKeepAlive(false);
    }
}

} // namespace quanke::gateway
