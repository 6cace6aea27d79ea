#include "gateway/backup/backupservice.h"

#include <algorithm>
#include <utility>

namespace quanke::gateway {

namespace {

/// Whoever brings the disk back need not wait long.
constexpr std::chrono::milliseconds longestUntilTriedAgain = std::chrono::minutes(1);

} // namespace

BackupService::BackupService(Database &database, const std::filesystem::path &data, BackupPlan plan,
    Durability &durability, const Clock &clock)
    : m_database(database)
    , m_plan(std::move(plan))
    , m_durability(durability)
    , m_clock(clock)
    , m_backup(database, data, m_plan.folder, durability.epoch())
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

BackupService::~BackupService()
{
    m_thread.request_stop();
    m_thread.join();
}

BackupStanding BackupService::standing() const
{
    const std::scoped_lock lock(m_mutex);
    return m_standing;
}

void BackupService::work(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        makeOne(stop);
        std::unique_lock lock(m_mutex);
        const auto pause = m_standing.problem ? std::min(m_plan.every, longestUntilTriedAgain) : m_plan.every;
        m_ended.wait_for(lock, stop, pause, [] { return false; });
    }
}

/// Unless nothing has changed since the last.
void BackupService::makeOne(const std::stop_token &stop)
{
    const auto before = changes();
    if (before && m_copiedChanges == *before && m_backup.isThere()) {
        return;
    }
    m_copiedChanges.reset();
    const auto made = before ? m_backup.make(stop) : Result<Backup::Made>(before.failure());
    if (stop.stop_requested() && !made) {
        return;
    }
    if (made) {
        m_copiedChanges = *before;
        m_durability.reach(made->position);
    }
    note(made);
}

Result<std::int64_t> BackupService::changes()
{
    return m_database.read<std::int64_t>(
        [](Connection &connection) -> Result<std::int64_t> { return connection.changes(); });
}

void BackupService::note(const Result<Backup::Made> &made)
{
    const std::string before = m_standing.problem ? m_standing.problem->key : std::string();
    const bool isFirst = made && !m_standing.at;
    const bool isOnSameDisk =
        m_backup.isOnSameDisk(); // a disk that hangs must not hang who asks how it stands
    {
        const std::scoped_lock lock(m_mutex);
        m_standing.isOnSameDisk = isOnSameDisk;
        m_standing.problem = made ? std::nullopt : std::optional(made.failure());
        if (made) {
            m_standing.position = made->position;
            m_standing.at = m_clock.now();
        }
    }
    if (made && (isFirst || !before.empty())) {
        tell("backup: whole up to " + std::to_string(made->position)
            + (m_standing.isOnSameDisk ? ", on the same disk as the data: it goes with it" : ""));
    } else if (!made && made.failure().key != before) {
        tell("backup: none, " + made.failure().key
            + (made.failure().detail.empty() ? "" : " (" + made.failure().detail + ')')
            + "; what comes is received, not durable");
    }
}

void BackupService::tell(const std::string &line) const
{
    if (m_plan.log) {
        m_plan.log(toText(m_clock.now()) + ' ' + line);
    }
}

} // namespace quanke::gateway
