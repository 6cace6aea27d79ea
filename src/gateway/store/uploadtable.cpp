#include "gateway/store/uploadtable.h"

namespace quanke::gateway {

namespace {

UploadRow uploadIn(const Query &query)
{
    return {query.text(0), query.text(1), query.text(2), query.text(3), query.text(4),
        std::uint64_t(query.number(5)), query.text(6)};
}

} // namespace

void UploadTable::insert(const UploadRow &row)
{
    m_connection.run("INSERT INTO uploads(id, operator, sha256, media_type, name, length, created_at)"
                     " VALUES(?, ?, ?, ?, ?, ?, ?)",
        row.id, row.operatorName, row.sha256, row.mediaType, row.name, row.length, row.createdAt);
}

std::optional<UploadRow> UploadTable::find(const std::string &id)
{
    auto query = m_connection.query(
        "SELECT id, operator, sha256, media_type, name, length, created_at FROM uploads WHERE id = ?", id);
    return query.next() ? std::optional(uploadIn(query)) : std::nullopt;
}

std::optional<UploadRow> UploadTable::last(const std::string &operatorName, const std::string &sha256,
    const std::string &mediaType, std::uint64_t length)
{
    auto query =
        m_connection.query("SELECT id, operator, sha256, media_type, name, length, created_at FROM uploads"
                           " WHERE operator = ? AND sha256 = ? AND media_type = ? AND length = ?"
                           " ORDER BY id DESC LIMIT 1", // ids grow with time
            operatorName, sha256, mediaType, length);
    return query.next() ? std::optional(uploadIn(query)) : std::nullopt;
}

void UploadTable::remove(const std::string &id)
{
    m_connection.run("DELETE FROM uploads WHERE id = ?", id);
}

std::vector<std::string> UploadTable::begunBefore(const std::string &instant)
{
    auto query = m_connection.query("SELECT id FROM uploads WHERE created_at < ?", instant);
    std::vector<std::string> ids;
    while (query.next()) {
        ids.push_back(query.text(0));
    }
    return ids;
}

} // namespace quanke::gateway
