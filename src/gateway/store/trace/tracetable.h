#pragma once

#include "gateway/store/database.h"
#include "trace/chain.h"
#include "trace/head.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quanke::gateway {

/// Lines as they are kept, by the numbers they are kept under.
using TraceRows = std::vector<std::pair<std::uint64_t, std::string>>;

/// The gateway's own trace: append-only.
class TraceTable {
public:
    explicit TraceTable(Connection &connection)
        : m_connection(connection)
    {
    }

    trace::End end();
    /// In the transaction of what it tells: both are kept, or neither.
    void append(const trace::Entry &entry, Instant now);
    /// Those after the number, in order.
    TraceRows after(std::uint64_t number, int limit);

private:
    Connection &m_connection;
};

/// The traces that desks have brought.
class DeskTraceTable {
public:
    explicit DeskTraceTable(Connection &connection)
        : m_connection(connection)
    {
    }

    trace::End end(const std::string &device);
    std::optional<std::string> digestAt(const std::string &device, std::uint64_t number);
    void insert(const std::string &device, const trace::Link &link);
    TraceRows after(const std::string &device, std::uint64_t number, int limit);
    /// That have brought any.
    std::vector<std::string> devices();

private:
    Connection &m_connection;
};

/// How far each chain had come, signed.
class TraceHeadTable {
public:
    explicit TraceHeadTable(Connection &connection)
        : m_connection(connection)
    {
    }

    std::optional<trace::Head> find(const std::string &chain, std::uint64_t number);
    void insert(const trace::Head &head);
    /// Of the lines from `first` to `last`; without `last`, of all from there on.
    std::vector<trace::Head> within(
        const std::string &chain, std::uint64_t first, std::optional<std::uint64_t> last = {});

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
