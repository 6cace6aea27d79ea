#include "gateway/store/operatortable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

namespace {

struct Columns {
    std::vector<std::string> name, displayName, password, roles, department, createdAt;

    std::vector<OperatorRow> rows() const
    {
        std::vector<OperatorRow> result;
        for (std::size_t i = 0; i < name.size(); ++i) {
            result.push_back({name[i], displayName[i], password[i], roles[i], department[i], createdAt[i]});
        }
        return result;
    }
};

} // namespace

std::optional<OperatorRow> OperatorTable::find(const std::string &name)
{
    Columns found;
    m_connection
        << "SELECT name, display_name, password, roles, department, created_at FROM operators WHERE name = ?",
        bind(name), into(found.name), into(found.displayName), into(found.password), into(found.roles),
        into(found.department), into(found.createdAt), now;
    const auto rows = found.rows();
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

std::vector<OperatorRow> OperatorTable::all()
{
    Columns found;
    m_connection
        << "SELECT name, display_name, password, roles, department, created_at FROM operators ORDER BY name",
        into(found.name), into(found.displayName), into(found.password), into(found.roles),
        into(found.department), into(found.createdAt), now;
    return found.rows();
}

void OperatorTable::put(const OperatorRow &row)
{
    m_connection
        << "INSERT INTO operators(name, display_name, password, roles, department, created_at)"
           " VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(name) DO UPDATE SET display_name = excluded.display_name,"
           " password = excluded.password, roles = excluded.roles, department = excluded.department",
        bind(row.name), bind(row.displayName), bind(row.password), bind(row.roles), bind(row.department),
        bind(row.createdAt), now;
}

} // namespace quanke::gateway
