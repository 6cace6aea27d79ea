#include "gateway/store/uploadtable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

void UploadTable::insert(const UploadRow &row)
{
    m_connection << "INSERT INTO uploads(id, operator, sha256, media_type, name, length, created_at)"
                    " VALUES(?, ?, ?, ?, ?, ?, ?)",
        bind(row.id), bind(row.operatorName), bind(row.sha256), bind(row.mediaType), bind(row.name),
        bind(std::int64_t(row.length)), bind(row.createdAt), now;
}

std::optional<UploadRow> UploadTable::find(const std::string &id)
{
    UploadRow row;
    std::int64_t length = 0;
    m_connection
        << "SELECT id, operator, sha256, media_type, name, length, created_at FROM uploads WHERE id = ?",
        bind(id), into(row.id), into(row.operatorName), into(row.sha256), into(row.mediaType), into(row.name),
        into(length), into(row.createdAt), now;
    row.length = std::uint64_t(length);
    return row.id.empty() ? std::nullopt : std::optional(row);
}

std::optional<UploadRow> UploadTable::last(const std::string &operatorName, const std::string &sha256,
    const std::string &mediaType, std::uint64_t length)
{
    std::string id;
    m_connection
        << "SELECT id FROM uploads WHERE operator = ? AND sha256 = ? AND media_type = ? AND length = ?"
           " ORDER BY id DESC LIMIT 1", // ids grow with time
        bind(operatorName), bind(sha256), bind(mediaType), bind(std::int64_t(length)), into(id), now;
    return id.empty() ? std::nullopt : find(id);
}

void UploadTable::remove(const std::string &id)
{
    m_connection << "DELETE FROM uploads WHERE id = ?", bind(id), now;
}

std::vector<std::string> UploadTable::begunBefore(const std::string &instant)
{
    std::vector<std::string> ids;
    m_connection << "SELECT id FROM uploads WHERE created_at < ?", bind(instant), into(ids), now;
    return ids;
}

} // namespace quanke::gateway
