#include "gateway/store/database.h"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Data/Session.h>

namespace quanke::gateway {

namespace {

using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;

/// What one commit takes together at most: keeps the wait of the first bounded.
constexpr std::size_t mostTogether = 128;

Failure failed(const Poco::Exception &exception)
{
    return {"store.failed", Json::object(), exception.displayText()};
}

/// What found no room is taken back whole, and the next transaction may find some.
bool isTakenBack(Connection &connection, const Poco::Exception &exception)
{
    if (dynamic_cast<const Poco::Data::SQLite::DatabaseFullException *>(&exception) == nullptr) {
        return false;
    }
    try {
        connection << "ROLLBACK", now;
    } catch (const Poco::Exception &) {
        return true; // SQLite has done it already; if not, the next BEGIN fails
    }
    return true;
}

/// Exclusive, durable, with foreign keys; what must hold is read back.
Result<Done> prepare(Connection &connection)
{
    connection << "PRAGMA busy_timeout = 2000", now;
    connection << "PRAGMA locking_mode = EXCLUSIVE", now;
    std::string journal;
    connection << "PRAGMA journal_mode = WAL", into(journal), now;
    connection << "PRAGMA synchronous = FULL", now;
    connection << "PRAGMA foreign_keys = ON", now;
    connection << "PRAGMA secure_delete = ON", now;
    connection << "PRAGMA temp_store = MEMORY", now;
    int synchronous = 0;
    connection << "PRAGMA synchronous", into(synchronous), now;
    int foreignKeys = 0;
    connection << "PRAGMA foreign_keys", into(foreignKeys), now;
    constexpr int full = 2;
    if (journal != "wal" || synchronous != full || foreignKeys != 1) {
        return Failure{"store.not-durable", Json::object(), "journal " + journal};
    }
    return Done{};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(
    const std::filesystem::path &file, const std::vector<Migration> &migrations)
{
    try {
        Poco::Data::SQLite::Connector::registerConnector();
        auto connection = std::make_unique<Connection>(Poco::Data::SQLite::Connector::KEY, file.string());
        if (const auto prepared = prepare(*connection); !prepared) {
            return prepared.failure();
        }
        if (const auto migrated = migrate(*connection, file, migrations); !migrated) {
            return migrated.failure();
        }
        return std::unique_ptr<Database>(new Database(std::move(connection)));
    } catch (const Poco::Data::SQLite::DBLockedException &exception) {
        return Failure{"store.in-use", Json::object(), exception.displayText()};
    } catch (const Poco::Data::SQLite::DBAccessDeniedException &exception) {
        return Failure{"store.in-use", Json::object(), exception.displayText()};
    } catch (const Poco::Exception &exception) {
        return failed(exception);
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
        std::deque<Job> jobs;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, stop, [this] { return !m_jobs.empty(); });
            if (m_jobs.empty()) {
                return; // asked to stop, and nobody waits any more
            }
            while (!m_jobs.empty() && jobs.size() < mostTogether) {
                jobs.push_back(std::move(m_jobs.front()));
                m_jobs.pop_front();
            }
        }
        performTogether(jobs);
        for (auto &job : jobs) {
            job.settle(job.failure);
        }
    }
}

void Database::performTogether(std::deque<Job> &jobs)
{
    try {
        if (m_broken) {
            throw Poco::IllegalStateException("an earlier commit failed");
        }
        *m_connection << "BEGIN IMMEDIATE", now;
        for (auto &job : jobs) {
            performOne(job);
        }
        *m_connection << "COMMIT", now;
    } catch (const Poco::Exception &exception) {
        m_broken = m_broken || !isTakenBack(*m_connection, exception);
        for (auto &job : jobs) {
            job.failure = failed(exception);
        }
    }
}

void Database::performOne(Job &job)
{
    if (job.kind == Job::Kind::Read) {
        static_cast<void>(perform(job));
        return;
    }
    *m_connection << "SAVEPOINT job", now;
    if (!perform(job)) {
        *m_connection << "ROLLBACK TO job", now;
    }
    *m_connection << "RELEASE job", now;
}

/// Whether its effects are to be kept.
bool Database::perform(Job &job)
{
    try {
        return job.perform(*m_connection);
    } catch (const Poco::Exception &exception) {
        job.failure = failed(exception);
    } catch (const std::exception &exception) {
        job.failure = Failure{"store.failed", Json::object(), exception.what()};
    }
    return false;
}

} // namespace quanke::gateway
