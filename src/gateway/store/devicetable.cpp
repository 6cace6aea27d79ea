#include "gateway/store/devicetable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

void DeviceTable::touch(const std::string &id, const std::string &instant)
{
    m_connection << "INSERT INTO devices(id, first_seen, last_seen) VALUES(?, ?, ?)"
                    " ON CONFLICT(id) DO UPDATE SET last_seen = excluded.last_seen",
        bind(id), bind(instant), bind(instant), now;
}

std::uint64_t DeviceTable::contiguous(const std::string &id)
{
    std::int64_t stood = 0;
    m_connection << "SELECT contiguous FROM devices WHERE id = ?", bind(id), into(stood), now;
    std::int64_t reached = stood;
    while (digestAt(id, std::uint64_t(reached) + 1)) {
        ++reached;
    }
    if (reached != stood) {
        m_connection << "UPDATE devices SET contiguous = ? WHERE id = ?", bind(reached), bind(id), now;
    }
    return std::uint64_t(reached);
}

/// In a run the number and the row's place grow alike.
std::vector<std::pair<std::uint64_t, std::uint64_t>> DeviceTable::stored(const std::string &id)
{
    std::vector<std::int64_t> firsts;
    std::vector<std::int64_t> lasts;
    m_connection << "SELECT min(sequence), max(sequence) FROM"
                    " (SELECT sequence, sequence - row_number() OVER (ORDER BY sequence) AS run"
                    " FROM operations WHERE device = ?) GROUP BY run ORDER BY 1",
        bind(id), into(firsts), into(lasts), now;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> runs;
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        runs.emplace_back(firsts[i], lasts[i]);
    }
    return runs;
}

std::optional<std::string> DeviceTable::digestAt(const std::string &id, std::uint64_t sequence)
{
    std::string digest;
    m_connection << "SELECT digest FROM operations WHERE device = ? AND sequence = ?"
                    " UNION ALL SELECT digest FROM refusals WHERE device = ? AND sequence = ? LIMIT 1",
        bind(id), bind(std::int64_t(sequence)), bind(id), bind(std::int64_t(sequence)), into(digest), now;
    return digest.empty() ? std::nullopt : std::optional(digest);
}

void DeviceTable::refuse(const std::string &id, std::uint64_t sequence, const std::string &digest,
    const std::string &problem, const std::string &instant)
{
    m_connection << "INSERT INTO refusals(device, sequence, digest, problem, at) VALUES(?, ?, ?, ?, ?)"
                    " ON CONFLICT DO NOTHING",
        bind(id), bind(std::int64_t(sequence)), bind(digest), bind(problem), bind(instant), now;
}

} // namespace quanke::gateway
