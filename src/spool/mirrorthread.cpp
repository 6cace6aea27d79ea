#include "spool/mirrorthread.h"

#include <utility>

namespace quanke::spool {

namespace {

/// Records of up to some MiB each.
constexpr std::size_t mostAdding = 32;

} // namespace

MirrorThread::MirrorThread(Mirror mirror, Home home, std::function<void()> changed)
    : m_home(std::move(home))
    , m_mirror(std::move(mirror))
    , m_changed(std::move(changed))
{
    m_mirror.stopAt(m_leaving.get_token());
    m_thread = std::thread([this] { work(); });
}

MirrorThread::~MirrorThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_asked.notify_one();
    m_thread.join();
}

void MirrorThread::add(const Record &record)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_adding >= mostAdding) {
            m_hasLost = true; // the one that ends the row finds it
            return;
        }
    }
    post([this,
             record] { note(m_mirror.add(record, *m_home.spool, m_home.documents, m_home.dropped->all())); },
        1);
}

void MirrorThread::drop(const std::set<std::string> &operations)
{
    post(
        [this, operations] {
            if (const auto dropped = m_mirror.drop(operations); !dropped) {
                note(dropped);
            }
        },
        0);
}

void MirrorThread::follow(std::function<void()> done)
{
    post(
        [this, done = std::move(done)] {
            if (state().problem || !m_mirror.isThere() || !m_mirror.isInStep()) {
                bring();
            }
            tell();
            if (done) {
                done();
            }
        },
        0);
}

MirrorThread::State MirrorThread::state() const
{
    const std::lock_guard lock(m_mutex);
    return {m_problem, m_adding > 0 || m_hasLost};
}

void MirrorThread::post(std::function<void()> task, std::size_t adds)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back({std::move(task), adds});
        m_adding += adds;
    }
    m_asked.notify_one();
}

void MirrorThread::work()
{
    while (const auto task = next()) {
        task->run();
        {
            const std::lock_guard lock(m_mutex);
            m_adding -= task->adds;
        }
        tell();
    }
}

/// What was asked for next, in its turn; none at the end. What was lost is brought in between.
std::optional<MirrorThread::Task> MirrorThread::next()
{
    std::unique_lock lock(m_mutex);
    m_asked.wait(lock, [this] { return m_ends || m_hasLost || !m_tasks.empty(); });
    if (m_tasks.empty() && !m_hasLost) {
        return {};
    }
    if (m_tasks.empty() || (m_hasLost && m_adding == 0)) {
        m_hasLost = false;
        ++m_adding; // it is behind until that is done
        return Task{[this] { bring(); }, 1};
    }
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return task;
}

/// All that the spool holds by now.
void MirrorThread::bring()
{
    note(m_mirror.follow(*m_home.spool, m_home.documents, m_home.dropped->all()));
}

void MirrorThread::note(const Result<Done> &outcome)
{
    const std::lock_guard lock(m_mutex);
    m_problem = outcome ? std::optional<Failure>() : outcome.failure();
}

void MirrorThread::tell()
{
    const auto now = state();
    const auto keyOf = [](const State &state) { return state.problem ? state.problem->key : std::string(); };
    const bool isOther = keyOf(now) != keyOf(m_told) || now.isBehind != m_told.isBehind;
    m_told = now;
    if (isOther && m_changed) {
        m_changed();
    }
}

} // namespace quanke::spool
