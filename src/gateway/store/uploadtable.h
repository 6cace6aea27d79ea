#pragma once

#include "gateway/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quanke::gateway {

struct UploadRow {
    std::string id;
    std::string operatorName;
    std::string sha256; ///< as the client announced it
    std::string mediaType;
    std::string name;
    std::uint64_t length = 0; ///< bytes
    std::string createdAt;
};

/// Uploads on their way; how much of one is here is told by its file.
class UploadTable {
public:
    explicit UploadTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void insert(const UploadRow &row);
    std::optional<UploadRow> find(const std::string &id);
    /// The one this operator began last of the same document.
    std::optional<UploadRow> last(const std::string &operatorName, const std::string &sha256,
        const std::string &mediaType, std::uint64_t length);
    void remove(const std::string &id);
    /// Ids of those begun earlier, which nobody finished.
    std::vector<std::string> begunBefore(const std::string &instant);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
