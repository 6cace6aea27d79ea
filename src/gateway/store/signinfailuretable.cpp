#include "gateway/store/signinfailuretable.h"

#include <Poco/Data/Session.h>

namespace quanke::gateway {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

SignInFailures SignInFailureTable::find(const std::string &name)
{
    SignInFailures failures;
    m_connection << "SELECT count, last_at, locked_until FROM sign_in_failures WHERE name = ?", bind(name),
        into(failures.count), into(failures.lastAt), into(failures.lockedUntil), now;
    return failures;
}

void SignInFailureTable::put(const std::string &name, const SignInFailures &failures)
{
    m_connection << "INSERT INTO sign_in_failures(name, count, last_at, locked_until) VALUES(?, ?, ?, ?)"
                    " ON CONFLICT(name) DO UPDATE SET count = excluded.count, last_at = excluded.last_at,"
                    " locked_until = excluded.locked_until",
        bind(name), bind(failures.count), bind(failures.lastAt), bind(failures.lockedUntil), now;
}

void SignInFailureTable::forget(const std::string &name)
{
    m_connection << "DELETE FROM sign_in_failures WHERE name = ?", bind(name), now;
}

void SignInFailureTable::forgetBefore(const std::string &instant)
{
    m_connection << "DELETE FROM sign_in_failures WHERE last_at < ?", bind(instant), now;
}

} // namespace quanke::gateway
