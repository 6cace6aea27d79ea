#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quanke::gateway {

/// What quanke-gateway is started with.
struct Options {
    std::filesystem::path data;
    std::filesystem::path forms;
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one
    std::optional<std::filesystem::path>
        tls; ///< the folder of its certificates; none: plain HTTP on loopback
    std::optional<std::filesystem::path> portFile; ///< gets the port once the gateway listens
    bool seedDemo = false;
    std::string firstAdministrator; ///< enter them, and end; empty: serve
    bool restored = false; ///< the database was put back from a backup
    bool newSealingKey = false; ///< the one that desks seal to is lost
    bool newReceiptKey = false; ///< the one that signs receipts is lost
    std::string suite; ///< that the hall wants to seal and sign with; empty: the store's own
    std::optional<std::filesystem::path> import; ///< take in the spools below it, and end
    std::optional<std::filesystem::path> backup; ///< where the second copy goes
    std::chrono::seconds backupEvery{300};
    bool help = false;
};

/// `words` without the program's name. Fails: usage.unknown-option, usage.missing-value,
/// usage.missing-option, usage.malformed-value (all with "option").
Result<Options> readOptions(const std::vector<std::string> &words);

/// What --help prints.
std::string usage();

} // namespace quanke::gateway
