#pragma once

#include "gateway/store/database.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

/// A copy of the store: one file that says of itself that it is one, so that a gateway opened on it begins a new epoch.
namespace quanke::gateway {

/// Copies the database as it stands, in steps between which the store's own work goes on; what is stored meanwhile is in
/// it. The file is not synced. Fails: store.copy-ended (asked to stop), store.failed.
Result<Done> copyStore(Database &database, const std::filesystem::path &to, const std::stop_token &stop);

/// Takes the file away, and what SQLite may have left beside it.
void removeCopy(const std::filesystem::path &copy);

/// What a copy knows of the log it was taken from.
struct CopiedLog {
    std::string epoch;
    std::uint64_t position = 0; ///< the last
};

/// Looks at every page first, and changes nothing. Fails with store.damaged.
Result<CopiedLog> verifyCopy(const std::filesystem::path &copy);

struct CopiedDocument {
    std::string sha256;
    std::uint64_t size = 0; ///< bytes
};

/// Those that its rows refer to. Fails with store.damaged.
Result<std::vector<CopiedDocument>> documentsIn(const std::filesystem::path &copy);

/// Whose log it holds a part of, without a look at the rest. Fails with store.damaged.
Result<std::string> epochOfCopy(const std::filesystem::path &copy);

} // namespace quanke::gateway
