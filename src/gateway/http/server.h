#pragma once

#include "gateway/http/dispatcher.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

namespace quanke::gateway {

/// The gateway on the network: HTTP/1.1, over TLS or else on loopback alone.
class Server {
public:
    struct Settings {
        std::string address = "127.0.0.1";
        std::uint16_t port = 0; ///< 0: any free one
        std::string version;
        std::size_t bodyRoom = 256 * 1024 * 1024; ///< bytes in memory, for all bodies that are read whole
        std::optional<std::filesystem::path> tls = {}; ///< the folder of its certificates; none: plain HTTP
    };

    /// Listens and serves at once. The gateway and the log's stream outlive the server. Fails:
    /// server.not-loopback (plain HTTP is for this machine alone), server.cannot-listen, both with "address"
    /// and "port"; and as Tls::open.
    static Result<std::unique_ptr<Server>> start(
        Gateway &gateway, std::ostream &log, const Settings &settings);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    std::uint16_t port() const;
    /// Takes no more requests, wakes those who wait, lets the rest finish.
    void stop();

private:
    struct Content;
    explicit Server(std::unique_ptr<Content> content);

    std::unique_ptr<Content> m_content;
};

} // namespace quanke::gateway
