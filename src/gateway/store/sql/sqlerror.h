#pragma once

#include <stdexcept>

namespace quanke::gateway {

/// What SQLite refused, in its words: they name tables and columns, never values.
class SqlError : public std::runtime_error {
public:
    enum class Kind { Other, InUse, NoRoom };

    SqlError(Kind kind, const char *message)
        : std::runtime_error(message)
        , m_kind(kind)
    {
    }

    Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

/// What SQLite's result code, extended or not, comes to.
SqlError::Kind sqlErrorKind(int code);

} // namespace quanke::gateway
