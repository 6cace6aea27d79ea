#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace quanke::certificates {

/// The authority's list of revoked certificates, read again when the file is another. Called from any thread.
class Revocations {
public:
    /// Takes a line for who keeps the machine: that the list cannot be used, that it can again.
    using Tell = std::function<void(const std::string &line)>;

    /// Fails where the list cannot be read or is not the authority's: revocations.unreadable ("path").
    static Result<std::unique_ptr<Revocations>> open(
        const std::filesystem::path &folder, const Clock &clock, Tell tell);

    /// By the serial number, lower-case hexadecimal. A list that cannot be read, is not the authority's or is older than
    /// the one before revokes nobody back to good: the last good one holds, for a minute. From then on nobody is let in, since
    /// nobody knows who is out. Fails: device.revoked, revocations.unreadable ("path").
    Result<Done> admit(const std::string &serial);

private:
    Revocations(std::filesystem::path folder, const Clock &clock, Tell tell);

    struct State {
        std::filesystem::file_time_type written;
        std::uintmax_t size = 0;
        bool operator==(const State &) const = default;
    };
    Result<State> look() const;
    Result<Done> read();
    void follow();
    Failure unreadable(std::string why) const;

    std::mutex m_mutex;
    std::filesystem::path m_folder;
    const Clock &m_clock;
    Tell m_tell;
    State m_seen;
    std::uint64_t m_number = 0; ///< the list's: each has a higher one
    std::set<std::string> m_serials;
    std::optional<Instant> m_unusableSince;
};

} // namespace quanke::certificates
