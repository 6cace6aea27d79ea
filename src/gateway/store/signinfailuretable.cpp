#include "gateway/store/signinfailuretable.h"

namespace quanke::gateway {

SignInFailures SignInFailureTable::find(const std::string &name)
{
    auto query =
        m_connection.query("SELECT count, last_at, locked_until FROM sign_in_failures WHERE name = ?", name);
    return query.next() ? SignInFailures{int(query.number(0)), query.text(1), query.text(2)}
                        : SignInFailures{};
}

void SignInFailureTable::put(const std::string &name, const SignInFailures &failures)
{
    m_connection.run("INSERT INTO sign_in_failures(name, count, last_at, locked_until) VALUES(?, ?, ?, ?)"
                     " ON CONFLICT(name) DO UPDATE SET count = excluded.count, last_at = excluded.last_at,"
                     " locked_until = excluded.locked_until",
        name, failures.count, failures.lastAt, failures.lockedUntil);
}

void SignInFailureTable::forget(const std::string &name)
{
    m_connection.run("DELETE FROM sign_in_failures WHERE name = ?", name);
}

void SignInFailureTable::forgetBefore(const std::string &instant)
{
    m_connection.run("DELETE FROM sign_in_failures WHERE last_at < ?", instant);
}

} // namespace quanke::gateway
