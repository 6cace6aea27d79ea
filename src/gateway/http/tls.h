#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace Poco::Net {
class HTTPServerRequest;
class ServerSocket;
class SocketAddress;
} // namespace Poco::Net

namespace quanke::gateway {

/// TLS 1.2 or newer with the certificates of a folder that `quanke device init` has made: whoever connects has a
/// certificate of the hall's own authority, or gets no further than the handshake.
class Tls {
public:
    /// The clock outlives it; what it tells is for whoever keeps the machine, in any thread. Fails: tls.unusable ("path"),
    /// revocations.unreadable ("path").
    static Result<std::unique_ptr<Tls>> open(const std::filesystem::path &folder, const Clock &clock,
        const std::function<void(const std::string &line)> &tell);
    ~Tls();
    Tls(const Tls &) = delete;
    Tls &operator=(const Tls &) = delete;

    Poco::Net::ServerSocket listenAt(const Poco::Net::SocketAddress &address) const;
    /// The device whose certificate is at the other end. Looked at for every request, so that whoever is revoked is out at
    /// once, and is told so, which a handshake cannot; nor does one that is kept open or taken up again outlive the
    /// certificate. Fails: device.revoked, device.expired, both with "device"; revocations.unreadable.
    Result<std::string> deviceOf(Poco::Net::HTTPServerRequest &request) const;

private:
    struct Content;
    explicit Tls(std::unique_ptr<Content> content);

    std::unique_ptr<Content> m_content;
};

} // namespace quanke::gateway
