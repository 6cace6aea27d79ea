#include "link/changesfollower.h"

#include "trace/line.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace quanke::link {

namespace {

constexpr std::chrono::seconds longPoll{25};
/// After an empty page: a gateway that does not wait must not be asked as fast as it answers.
constexpr std::chrono::milliseconds shortestPause{200};

/// Not ours to see (any more), or gone: no reason to stop following.
bool isNotOurs(const Failure &failure)
{
    const int status = failure.arguments.is_object() ? failure.arguments.value("status", 0) : 0;
    return status == 403 || status == 404;
}

} // namespace

ChangesFollower::ChangesFollower(
    vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_client(client)
    , m_monitor(monitor)
    , m_backoff(std::chrono::seconds(2), std::chrono::seconds(60))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChangesFollower::poll);
    connect(&m_client, &GatewayClient::sessionChanged, this, [this] {
        if (m_running) {
            start(); // what another person's session was about to bring is dropped
        }
    });
    connect(&m_monitor, &LinkMonitor::stateChanged, this, [this](LinkState state) {
        if (state == LinkState::Online) {
            m_backoff.reset();
            m_timer.stop();
            poll();
        }
    });
}

void ChangesFollower::start()
{
    beginRun();
    m_running = true;
    m_backoff.reset();
    poll();
}

void ChangesFollower::stop()
{
    beginRun();
    m_running = false;
}

/// What the run before still waits for is given up: it would hold a connection for as long as the gateway waits.
void ChangesFollower::beginRun()
{
    ++m_run;
    m_polling = false;
    m_timer.stop();
    m_page.cancel();
}

void ChangesFollower::setDelays(std::chrono::milliseconds first, std::chrono::milliseconds most)
{
    m_backoff = Backoff(first, most);
}

void ChangesFollower::poll()
{
    const bool mayAsk = m_running && m_client.hasSession() && m_monitor.state() != LinkState::Offline;
    if (!mayAsk || m_polling || m_timer.isActive()) {
        return;
    }
    m_polling = true;
    whenReady(m_vault.changesCursor(), this, [this, run = m_run](const Result<quint64> &cursor) {
        if (run != m_run) {
            return;
        }
        if (cursor) {
            ask(*cursor);
        } else {
            rest();
        }
    });
}

void ChangesFollower::ask(quint64 cursor)
{
    m_page = m_client.changes(cursor, longPoll);
    whenReady(m_page, this, [this, cursor, run = m_run](const Result<ChangesPage> &page) {
        if (run != m_run) {
            return;
        }
        if (page) {
            take(cursor, *page);
        } else {
            rest();
        }
    });
}

void ChangesFollower::take(quint64 cursor, ChangesPage page)
{
    m_backoff.reset();
    if (page.changes.empty() && page.cursor == cursor) {
        goOn(std::max<std::chrono::milliseconds>(shortestPause, page.retryAfter));
        return;
    }
    const auto harvest = std::make_shared<Harvest>();
    harvest->from = cursor;
    for (const wire::Change &change : page.changes) {
        harvest->cases.insert(change.caseId);
    }
    harvest->toFetch.assign(harvest->cases.begin(), harvest->cases.end());
    harvest->page = std::move(page);
    fetchNext(harvest);
}

void ChangesFollower::fetchNext(const Shared &harvest)
{
    if (harvest->toFetch.empty()) {
        keep(harvest);
        return;
    }
    const auto caseId = std::move(harvest->toFetch.back());
    harvest->toFetch.pop_back();
    whenReady(m_client.caseView(caseId, trace::keeping), this,
        [this, harvest, caseId, run = m_run](const Result<casework::CaseFile> &view) {
            if (run != m_run) {
                return;
            }
            if (view) {
                harvest->views.push_back(*view);
                m_backoff.reset();
            } else if (view.failure().arguments.contains("retryAfter")) {
                fetchLater(harvest, caseId, view.failure());
                return;
            } else if (!isNotOurs(view.failure())) {
                rest(); // the cursor stays where it is, so nothing is missed
                return;
            }
            fetchNext(harvest);
        });
}

/// What was fetched stays: who begins a large page anew each time never comes to its end.
void ChangesFollower::fetchLater(const Shared &harvest, const std::string &caseId, const Failure &failure)
{
    harvest->toFetch.push_back(caseId);
    const std::chrono::seconds wanted(numberIn(failure, "retryAfter"));
    QTimer::singleShot(m_backoff.next(wanted), this, [this, harvest, run = m_run] {
        if (run == m_run) {
            fetchNext(harvest);
        }
    });
}

void ChangesFollower::keep(const Shared &harvest)
{
    const auto kept = m_vault.keepCaseViews(std::move(harvest->views), {harvest->from, harvest->page.cursor});
    whenReady(kept, this, [this, harvest, run = m_run](const Result<Done> &done) {
        if (run != m_run) {
            return;
        }
        if (!done) {
            rest();
            return;
        }
        for (const auto &caseId : harvest->cases) {
            Q_EMIT caseChanged(QString::fromStdString(caseId));
        }
        goOn(harvest->page.retryAfter);
    });
}

void ChangesFollower::goOn(std::chrono::milliseconds after)
{
    m_polling = false;
    if (after.count() > 0) {
        m_timer.start(after);
    } else {
        poll();
    }
}

void ChangesFollower::rest()
{
    m_polling = false;
    if (m_running) {
        m_timer.start(m_backoff.next());
    }
}

} // namespace quanke::link
