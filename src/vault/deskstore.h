#pragma once

#include "core/base/clock.h"
#include "vault/sql/database.h"

#include <cstdint>
#include <string>

namespace quanke::vault {

/// What belongs to the desk and to nobody in particular: its id, its place in its chain of operations, the
/// numbers it gives, its settings.
class DeskStore {
public:
    DeskStore(Database &database, const Clock &clock);

    /// Empty: a name of its own.
    Result<Done> ensureDevice(const std::string &wanted);
    Result<std::string> deviceId();

    struct ChainEnd {
        std::string device;
        std::uint64_t sequence = 0; ///< of the last operation; 0 before the first
        std::string digest; ///< SHA-256 (hex) of its bytes
    };
    Result<ChainEnd> chainEnd();
    /// Inside the transaction that keeps the operation itself.
    Result<Done> advance(const ChainEnd &end);

    Result<std::string> caseNumber(const std::string &caseId);
    /// A number that another desk has given the case; one that it has here stays.
    Result<Done> keepCaseNumber(const std::string &caseId, const std::string &number);

    Result<QByteArray> setting(const std::string &key);
    Result<Done> setSetting(const std::string &key, const QByteArray &value);

private:
    Result<std::string> nextNumber();

    Database &m_database;
    const Clock &m_clock;
};

} // namespace quanke::vault
