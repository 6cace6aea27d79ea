#pragma once

#include "gateway/store/database.h"

#include <string>

namespace quanke::gateway {

/// Wrong passwords by the name that was tried.
struct SignInFailures {
    int count = 0;
    std::string lastAt;
    std::string lockedUntil; ///< instant, empty while not locked
};

class SignInFailureTable {
public:
    explicit SignInFailureTable(Connection &connection)
        : m_connection(connection)
    {
    }

    SignInFailures find(const std::string &name); ///< zeros when there are none
    void put(const std::string &name, const SignInFailures &failures);
    void forget(const std::string &name);
    void forgetBefore(const std::string &instant); ///< those whose last was earlier

private:
    Connection &m_connection;
};

} // namespace quanke::gateway
