#include "gateway/store/database.h"

#include "gateway/store/sql/sqlerror.h"

#include <algorithm>
#include <iterator>

namespace quanke::gateway {

namespace {

/// What one commit takes together at most: keeps the wait of the first bounded.
constexpr std::size_t mostTogether = 128;

Failure failed(const std::exception &error)
{
    return {"store.failed", Json::object(), error.what()};
}

/// What found no room is taken back whole, and the next transaction may find some.
bool isTakenBack(Connection &connection, const SqlError &error)
{
    if (error.kind() != SqlError::Kind::NoRoom) {
        return false;
    }
    try {
        connection.run("ROLLBACK");
    } catch (const SqlError &) {
        return true; // SQLite has done it already; if not, the next BEGIN fails
    }
    return true;
}

std::string valueOf(Connection &connection, std::string_view pragma)
{
    auto query = connection.query(pragma);
    query.next();
    return query.text(0);
}

/// Exclusive, durable, with foreign keys; what must hold is read back.
Result<Done> prepare(Connection &connection)
{
    connection.run("PRAGMA locking_mode = EXCLUSIVE");
    const std::string journal = valueOf(connection, "PRAGMA journal_mode = WAL");
    connection.run("PRAGMA synchronous = FULL");
    connection.run("PRAGMA foreign_keys = ON");
    connection.run("PRAGMA secure_delete = ON");
    connection.run("PRAGMA temp_store = MEMORY");
    connection.run(
        "PRAGMA cache_size = -65536"); // 64 MiB: what is written again and again is not read each time
    connection.run("PRAGMA wal_autocheckpoint = 8000"); // pages, 32 MiB: each is then carried over less often
    constexpr std::string_view full = "2";
    if (journal != "wal" || valueOf(connection, "PRAGMA synchronous") != full
        || valueOf(connection, "PRAGMA foreign_keys") != "1") {
        return Failure{"store.not-durable", Json::object(), "journal " + journal};
    }
    return Done{};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(
    const std::filesystem::path &file, const std::vector<Migration> &migrations)
{
    try {
        auto connection = std::make_unique<Connection>(file);
        if (const auto prepared = prepare(*connection); !prepared) {
            return prepared.failure();
        }
        if (const auto migrated = migrate(*connection, file, migrations); !migrated) {
            return migrated.failure();
        }
        return std::unique_ptr<Database>(new Database(std::move(connection)));
    } catch (const SqlError &error) {
        if (error.kind() == SqlError::Kind::InUse) {
            return Failure{"store.in-use", Json::object(), error.what()};
        }
        return failed(error);
    }
}

Database::Database(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

Database::~Database()
{
    m_thread.request_stop();
    m_thread.join();
}

void Database::enqueue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_arrived.notify_one();
}

void Database::work(const std::stop_token &stop)
{
    while (true) {
        auto jobs = takeWaiting(stop);
        if (jobs.empty()) {
            return; // asked to stop, and nobody waits any more
        }
        if (m_broken) {
            refuse(jobs);
            continue;
        }
        const auto writes = std::stable_partition(
            jobs.begin(), jobs.end(), [](const Job &job) { return job.kind == Job::Kind::Read; });
        std::for_each(jobs.begin(), writes, [this](Job &job) { look(job); });
        jobs.erase(jobs.begin(), writes);
        if (!jobs.empty()) {
            writeTogether(jobs);
        }
    }
}

/// Empty when there is nothing more to do.
std::vector<Database::Job> Database::takeWaiting(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, stop, [this] { return !m_jobs.empty(); });
    const auto end = m_jobs.begin() + std::ptrdiff_t(std::min(m_jobs.size(), mostTogether));
    std::vector<Job> jobs(std::move_iterator(m_jobs.begin()), std::move_iterator(end));
    m_jobs.erase(m_jobs.begin(), end);
    return jobs;
}

void Database::refuse(std::vector<Job> &jobs)
{
    for (auto &job : jobs) {
        job.settle(Failure{"store.failed", Json::object(), "an earlier commit failed"});
    }
}

void Database::look(Job &job)
{
    static_cast<void>(perform(job));
    job.settle(job.failure);
}

void Database::writeTogether(std::vector<Job> &jobs)
{
    try {
        m_connection->run("BEGIN IMMEDIATE");
        for (auto &job : jobs) {
            writeOne(job);
        }
        m_connection->run("COMMIT");
    } catch (const SqlError &error) {
        m_broken = m_broken || !isTakenBack(*m_connection, error);
        for (auto &job : jobs) {
            job.failure = failed(error);
        }
    }
    for (auto &job : jobs) {
        job.settle(job.failure);
    }
}

void Database::writeOne(Job &job)
{
    m_connection->run("SAVEPOINT job");
    if (!perform(job)) {
        m_connection->run("ROLLBACK TO job");
    }
    m_connection->run("RELEASE job");
}

/// Whether its effects are to be kept. Where there was no room the whole transaction is lost: SQLite may have taken it back
/// already, and what is left of it would find none either.
bool Database::perform(Job &job)
{
    try {
        return job.perform(*m_connection);
    } catch (const SqlError &error) {
        if (error.kind() == SqlError::Kind::NoRoom && job.kind == Job::Kind::Write) {
            throw;
        }
        job.failure = failed(error);
    } catch (const std::exception &error) {
        job.failure = failed(error);
    }
    return false;
}

} // namespace quanke::gateway
