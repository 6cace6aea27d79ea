#include "gateway/service/changefeed.h"

#include "gateway/store/changetable.h"

namespace quanke::gateway {

namespace {

constexpr int mostPerPage = 200;
/// Each waits on a thread of the server's pool, which others need too.
constexpr int mostWaiting = 100;

} // namespace

Result<ChangesPage> ChangeFeed::look(std::uint64_t cursor, const std::string &department)
{
    return m_context.database.read<ChangesPage>([&](Connection &connection) -> Result<ChangesPage> {
        ChangeTable table(connection);
        ChangesPage page;
        for (const auto &row : table.after(cursor, department, mostPerPage)) {
            const auto matter = row.matter == hallAlone ? std::string() : row.matter;
            page.changes.push_back({row.position, row.kind, row.caseId, matter, row.at});
        }
        const bool isFull = page.changes.size() == mostPerPage;
        page.cursor = isFull ? page.changes.back().position : table.last();
        return page;
    });
}

Result<ChangesPage> ChangeFeed::after(
    std::uint64_t cursor, const std::string &department, std::chrono::milliseconds wait)
{
    const auto until = std::chrono::steady_clock::now() + wait;
    while (true) {
        std::uint64_t seen = 0;
        {
            const std::lock_guard lock(m_mutex);
            seen = m_commits;
        }
        auto page = look(cursor, department);
        if (!page || !page->changes.empty() || std::chrono::steady_clock::now() >= until) {
            return page;
        }
        std::unique_lock lock(m_mutex);
        if (m_stopped || m_waiting >= mostWaiting) {
            page->tooManyWait = !m_stopped;
            return page;
        }
        ++m_waiting;
        m_changed.wait_until(lock, until, [&] { return m_stopped || m_commits != seen; });
        --m_waiting;
    }
}

void ChangeFeed::notify()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_commits;
    }
    m_changed.notify_all();
}

void ChangeFeed::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
}

} // namespace quanke::gateway
