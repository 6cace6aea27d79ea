#include "gateway/store/operatortable.h"

namespace quanke::gateway {

namespace {

OperatorRow operatorIn(const Query &query)
{
    return {query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5),
        query.number(6) != 0};
}

} // namespace

std::optional<OperatorRow> OperatorTable::find(const std::string &name)
{
    auto query = m_connection.query(
        "SELECT name, display_name, password, roles, department, created_at, first_password FROM operators"
        " WHERE name = ?",
        name);
    return query.next() ? std::optional(operatorIn(query)) : std::nullopt;
}

std::vector<OperatorRow> OperatorTable::all()
{
    auto query = m_connection.query(
        "SELECT name, display_name, password, roles, department, created_at, first_password FROM operators"
        " ORDER BY name");
    std::vector<OperatorRow> rows;
    while (query.next()) {
        rows.push_back(operatorIn(query));
    }
    return rows;
}

void OperatorTable::put(const OperatorRow &row)
{
    m_connection.run(
        "INSERT INTO operators(name, display_name, password, roles, department, created_at, first_password)"
        " VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(name) DO UPDATE SET display_name = excluded.display_name,"
        " password = excluded.password, roles = excluded.roles, department = excluded.department,"
        " first_password = excluded.first_password",
        row.name, row.displayName, row.password, row.roles, row.department, row.createdAt,
        row.hasFirstPassword ? 1 : 0);
}

} // namespace quanke::gateway
