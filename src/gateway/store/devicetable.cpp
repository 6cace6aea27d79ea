#include "gateway/store/devicetable.h"

namespace quanke::gateway {

void DeviceTable::touch(const std::string &id, const std::string &instant)
{
    m_connection.run("INSERT INTO devices(id, first_seen, last_seen) VALUES(?1, ?2, ?2)"
                     " ON CONFLICT(id) DO UPDATE SET last_seen = excluded.last_seen",
        id, instant);
}

bool DeviceTable::isKnown(const std::string &id)
{
    return m_connection.query("SELECT 1 FROM devices WHERE id = ?", id).next();
}

std::uint64_t DeviceTable::contiguous(const std::string &id)
{
    std::uint64_t stood = 0;
    if (auto query = m_connection.query("SELECT contiguous FROM devices WHERE id = ?", id); query.next()) {
        stood = std::uint64_t(query.number(0));
    }
    std::uint64_t reached = stood;
    while (digestAt(id, reached + 1)) {
        ++reached;
    }
    if (reached != stood) {
        m_connection.run("UPDATE devices SET contiguous = ? WHERE id = ?", reached, id);
    }
    return reached;
}

/// In a run the number and the row's place grow alike.
std::vector<std::pair<std::uint64_t, std::uint64_t>> DeviceTable::stored(const std::string &id)
{
    auto query =
        m_connection.query("SELECT min(sequence), max(sequence) FROM"
                           " (SELECT sequence, sequence - row_number() OVER (ORDER BY sequence) AS run"
                           " FROM operations WHERE device = ?) GROUP BY run ORDER BY 1",
            id);
    std::vector<std::pair<std::uint64_t, std::uint64_t>> runs;
    while (query.next()) {
        runs.emplace_back(query.number(0), query.number(1));
    }
    return runs;
}

std::optional<std::string> DeviceTable::digestAt(const std::string &id, std::uint64_t sequence)
{
    auto query =
        m_connection.query("SELECT digest FROM operations WHERE device = ?1 AND sequence = ?2"
                           " UNION ALL SELECT digest FROM refusals WHERE device = ?1 AND sequence = ?2"
                           " LIMIT 1",
            id, sequence);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

void DeviceTable::refuse(const std::string &id, std::uint64_t sequence, const std::string &digest,
    const std::string &problem, const std::string &instant)
{
    m_connection.run("INSERT INTO refusals(device, sequence, digest, problem, at) VALUES(?, ?, ?, ?, ?)"
                     " ON CONFLICT DO NOTHING",
        id, sequence, digest, problem, instant);
}

} // namespace quanke::gateway
