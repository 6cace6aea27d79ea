#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace quanke::bench {

/// The neighbour of our gateway: POCO's HTTP server that reads a body as JSON, stores it in SQLite (WAL, FULL; what waits
/// together is committed together) and answers when it is durable. It knows no people and checks nothing.
class PlainServer {
public:
    explicit PlainServer(const std::string &file);
    ~PlainServer();
    std::uint16_t port() const;

    class Writer;

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

} // namespace quanke::bench
