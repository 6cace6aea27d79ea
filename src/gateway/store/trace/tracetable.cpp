#include "gateway/store/trace/tracetable.h"

#include <limits>

namespace quanke::gateway {

namespace {

trace::End endIn(Query query)
{
    return query.next() ? trace::End{std::uint64_t(query.number(0)), query.text(1), query.text(2)}
                        : trace::End{};
}

TraceRows traceRowsIn(Query query)
{
    TraceRows rows;
    while (query.next()) {
        rows.emplace_back(std::uint64_t(query.number(0)), query.text(1));
    }
    return rows;
}

trace::Head traceHeadIn(const Query &query)
{
    return {query.text(0), std::uint64_t(query.number(1)), query.text(2), query.text(3), query.text(4)};
}

} // namespace

trace::End TraceTable::end()
{
    return endIn(m_connection.query("SELECT number, digest, at FROM trace ORDER BY number DESC LIMIT 1"));
}

void TraceTable::append(const trace::Entry &entry, Instant now)
{
    for (const auto &link : trace::linksAfter(end(), entry, now)) {
        m_connection.run("INSERT INTO trace(number, at, digest, text) VALUES(?, ?, ?, ?)", link.number,
            link.at, link.digest, link.text);
    }
}

TraceRows TraceTable::after(std::uint64_t number, int limit)
{
    return traceRowsIn(m_connection.query(
        "SELECT number, text FROM trace WHERE number > ? ORDER BY number LIMIT ?", number, limit));
}

trace::End DeskTraceTable::end(const std::string &device)
{
    return endIn(m_connection.query(
        "SELECT number, digest, at FROM desk_trace WHERE device = ? ORDER BY number DESC LIMIT 1", device));
}

std::optional<std::string> DeskTraceTable::digestAt(const std::string &device, std::uint64_t number)
{
    auto query =
        m_connection.query("SELECT digest FROM desk_trace WHERE device = ? AND number = ?", device, number);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

void DeskTraceTable::insert(const std::string &device, const trace::Link &link)
{
    m_connection.run("INSERT INTO desk_trace(device, number, at, digest, text) VALUES(?, ?, ?, ?, ?)", device,
        link.number, link.at, link.digest, link.text);
}

TraceRows DeskTraceTable::after(const std::string &device, std::uint64_t number, int limit)
{
    return traceRowsIn(m_connection.query(
        "SELECT number, text FROM desk_trace WHERE device = ? AND number > ? ORDER BY number LIMIT ?", device,
        number, limit));
}

std::vector<std::string> DeskTraceTable::devices()
{
    auto query = m_connection.query("SELECT id FROM devices WHERE EXISTS"
                                    "(SELECT 1 FROM desk_trace WHERE device = devices.id) ORDER BY id");
    std::vector<std::string> devices;
    while (query.next()) {
        devices.push_back(query.text(0));
    }
    return devices;
}

std::optional<trace::Head> TraceHeadTable::find(const std::string &chain, std::uint64_t number)
{
    auto heads = within(chain, number, number);
    return heads.empty() ? std::nullopt : std::optional(std::move(heads.front()));
}

void TraceHeadTable::insert(const trace::Head &head)
{
    m_connection.run("INSERT INTO trace_heads(chain, number, digest, at, signature) VALUES(?, ?, ?, ?, ?)",
        head.chain, head.number, head.digest, head.at, head.signature);
}

std::vector<trace::Head> TraceHeadTable::within(
    const std::string &chain, std::uint64_t first, std::optional<std::uint64_t> last)
{
    auto query = m_connection.query("SELECT chain, number, digest, at, signature FROM trace_heads"
                                    " WHERE chain = ? AND number BETWEEN ? AND ? ORDER BY number",
        chain, first, last ? std::int64_t(*last) : std::numeric_limits<std::int64_t>::max());
    std::vector<trace::Head> heads;
    while (query.next()) {
        heads.push_back(traceHeadIn(query));
    }
    return heads;
}

} // namespace quanke::gateway
