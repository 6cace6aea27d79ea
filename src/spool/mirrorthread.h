#pragma once

#include "spool/dropped.h"
#include "spool/mirror.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <thread>

namespace quanke::spool {

/// A mirror with a thread of its own, so that a slow disk holds nobody up: what is asked for returns at once and is done in
/// its order. What is asked of a disk that does not keep up is not piled up in memory, but brought from the spool later.
class MirrorThread {
public:
    struct Home {
        std::shared_ptr<const Spool> spool;
        std::shared_ptr<const Dropped> dropped;
        std::filesystem::path documents;
    };

    struct State {
        std::optional<Failure> problem; ///< spool.away and others
        bool isBehind = false; ///< something that the spool holds is not there yet
    };

    /// `changed` is called on that thread whenever the state is another; may be empty.
    MirrorThread(Mirror mirror, Home home, std::function<void()> changed);
    ~MirrorThread(); ///< does first what was asked for
    MirrorThread(const MirrorThread &) = delete;
    MirrorThread &operator=(const MirrorThread &) = delete;

    void add(const Record &record); ///< that the spool has taken
    void drop(const std::set<std::string> &operations); ///< that the spool has dropped
    /// Looks whether the disk is there, and brings it what it lacks; `done` is called on that thread.
    void follow(std::function<void()> done = {});

    /// It is wanted no longer: what was asked for is not done any more, but for the piece in hand.
    void leave() { m_leaving.request_stop(); }

    State state() const;

private:
    struct Task {
        std::function<void()> run;
        std::size_t adds = 0; ///< records that are there afterwards
    };

    void post(std::function<void()> task, std::size_t adds);
    void work();
    std::optional<Task> next();
    void bring();
    void note(const Result<Done> &outcome);
    void tell();

    std::stop_source m_leaving;
    Home m_home; // from here on that thread's alone
    Mirror m_mirror;
    std::function<void()> m_changed;
    State m_told{{}, true};

    mutable std::mutex m_mutex; // and from here on whoever holds it
    std::condition_variable m_asked;
    std::deque<Task> m_tasks;
    std::size_t m_adding = 0; ///< records asked for and not there yet
    bool m_hasLost = true; ///< at first, and where too many were asked for: all is compared
    bool m_ends = false;
    std::optional<Failure> m_problem;
    std::thread m_thread;
};

} // namespace quanke::spool
