#pragma once

#include "core/base/clock.h"
#include "gateway/backup/backup.h"
#include "gateway/backup/durability.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace quanke::gateway {

/// Where the second copy goes, and how soon after one the next is made.
struct BackupPlan {
    std::filesystem::path folder; ///< on another disk; it must be there
    std::chrono::milliseconds every = std::chrono::minutes(5);
    /// Gets a line when a copy was made after none or after a failure, and when why there is none changes. Called on a
    /// thread of its own; may be empty.
    std::function<void(const std::string &line)> log{};
};

/// How the second copy stands.
struct BackupStanding {
    std::uint64_t position = 0; ///< of the last whole copy since the start, 0 before the first
    std::optional<Instant> at; ///< when it was made
    std::optional<Failure> problem; ///< why the last attempt came to nothing
    bool isOnSameDisk = false; ///< which it would go with
};

/// Makes the copies: at once, then again and again, on a thread of its own. What each holds is durable from then on. Where
/// none can be made it tries again, and nothing more becomes durable.
class BackupService {
public:
    /// All of it outlives the service; `data` is the gateway's own folder.
    BackupService(Database &database, const std::filesystem::path &data, BackupPlan plan,
        Durability &durability, const Clock &clock);
    /// Does not wait for a copy to be whole.
    ~BackupService();
    BackupService(const BackupService &) = delete;
    BackupService &operator=(const BackupService &) = delete;

    BackupStanding standing() const;

private:
    void work(const std::stop_token &stop);
    void makeOne(const std::stop_token &stop);
    Result<std::int64_t> changes();
    void note(const Result<Backup::Made> &made);
    void tell(const std::string &line) const;

    Database &m_database;
    BackupPlan m_plan;
    Durability &m_durability;
    const Clock &m_clock;
    Backup m_backup;
    std::optional<std::int64_t> m_copiedChanges; ///< of the store, when the last copy was begun
    mutable std::mutex m_mutex;
    std::condition_variable_any m_ended;
    BackupStanding m_standing;
    std::jthread m_thread;
};

} // namespace quanke::gateway
