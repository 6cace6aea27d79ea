#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quanke::gateway {

class Connection;

/// One step of the schema: migrations/0001_initial.sql. Steps are only ever added, never changed.
struct Migration {
    int number = 0; ///< the schema's version afterwards (PRAGMA user_version)
    std::string name;
    std::string sql;
};

/// Those compiled in, in order.
const std::vector<Migration> &builtInMigrations();

/// Brings the schema up to the last step, each step in a transaction of its own. A database that holds
/// anything is copied beside itself first ("gateway.db.before-0002"). Fails: store.newer-schema ("found",
/// "known"), store.failed.
Result<Done> migrate(
    Connection &connection, const std::filesystem::path &file, const std::vector<Migration> &migrations);

} // namespace quanke::gateway
