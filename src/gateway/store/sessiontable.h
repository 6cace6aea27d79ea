#pragma once

#include "gateway/store/database.h"

#include <optional>
#include <string>

namespace quanke::gateway {

struct SessionRow {
    std::string tokenHash;
    std::string operatorName;
    std::string device;
    std::string createdAt;
    std::string expiresAt;
};

class SessionTable {
public:
    explicit SessionTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void insert(const SessionRow &row);
    std::optional<SessionRow> find(const std::string &tokenHash);
    void remove(const std::string &tokenHash);
    void removeOf(const std::string &operatorName);
    void removeOf(const std::string &operatorName, const std::string &device);
    void removeExpired(const std::string &instant);

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
