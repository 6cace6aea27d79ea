#pragma once

#include "core/base/result.h"
#include "gateway/store/migration.h"
#include "gateway/store/sql/connection.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace quanke::gateway {

/// The gateway's SQLite database: one exclusive connection (on Debian 12's SQLite two that write can corrupt
/// a WAL) and the one thread that uses it. Work comes as functions. Of what waits together, those that only look
/// go first and wait for no disk; those that write are committed together, each inside its own savepoint, so that
/// one that fails takes nothing of the others with it.
class Database {
public:
    /// Opens or makes the file, asserts WAL and synchronous=FULL, brings the schema up to date (a copy beside
    /// the file first). Fails: store.in-use, store.newer-schema ("found", "known"), store.not-durable,
    /// store.failed.
    static Result<std::unique_ptr<Database>> open(
        const std::filesystem::path &file, const std::vector<Migration> &migrations = builtInMigrations());
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs the work and returns when it is durable. Nothing is kept of work that fails or throws
    /// (store.failed).
    template <class T>
    Result<T> write(std::function<Result<T>(Connection &)> work)
    {
        return run<T>(Job::Kind::Write, std::move(work));
    }
    /// The same for work that only looks: it sees what is durable.
    template <class T>
    Result<T> read(std::function<Result<T>(Connection &)> work)
    {
        return run<T>(Job::Kind::Read, std::move(work));
    }

private:
    /// `perform` says whether its effects are to be kept; `settle` is told afterwards, with a failure if it
    /// was not.
    struct Job {
        enum class Kind { Read, Write };
        Kind kind = Kind::Write;
        std::function<bool(Connection &)> perform;
        std::function<void(const std::optional<Failure> &)> settle;
        std::optional<Failure> failure;
    };

    explicit Database(std::unique_ptr<Connection> connection);

    template <class T>
    Result<T> run(Job::Kind kind, std::function<Result<T>(Connection &)> work)
    {
        auto outcome = std::make_shared<std::optional<Result<T>>>();
        auto done = std::make_shared<std::promise<void>>();
        auto future = done->get_future();
        Job job;
        job.kind = kind;
        job.perform = [outcome, work = std::move(work)](Connection &connection) {
            *outcome = work(connection);
            return bool(**outcome);
        };
        job.settle = [outcome, done](const std::optional<Failure> &failure) {
            if (failure) {
                outcome->emplace(*failure);
            }
            done->set_value();
        };
        enqueue(std::move(job));
        future.wait();
        return std::move(**outcome);
    }

    void enqueue(Job job);
    void work(const std::stop_token &stop);
    std::vector<Job> takeWaiting(const std::stop_token &stop);
    static void refuse(std::vector<Job> &jobs);
    void look(Job &job);
    void writeTogether(std::vector<Job> &jobs);
    void writeOne(Job &job);
    bool perform(Job &job);

    std::unique_ptr<Connection> m_connection;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Job> m_jobs;
    bool m_broken =
        false; ///< a commit failed, not for want of room: what is on disk is unknown until the next start
    std::jthread m_thread;
};

} // namespace quanke::gateway
