#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace quanke::certificates {

/// The authority's list of revoked certificates, read again when the file is another. Called from any thread.
class Revocations {
public:
    /// Fails where the list cannot be read or is not the authority's: revocations.unreadable ("path").
    static Result<std::unique_ptr<Revocations>> open(const std::filesystem::path &folder);

    /// By the serial number, lower-case hexadecimal. A list that can no longer be read or is not the authority's revokes
    /// nobody back to good: the last good one holds.
    bool contains(const std::string &serial);

private:
    explicit Revocations(std::filesystem::path folder);

    struct State {
        std::filesystem::file_time_type written;
        std::uintmax_t size = 0;
        bool operator==(const State &) const = default;
    };
    Result<State> look() const;
    Result<Done> read();

    std::mutex m_mutex;
    std::filesystem::path m_folder;
    State m_seen;
    std::set<std::string> m_serials;
};

} // namespace quanke::certificates
