#include "link/linkmonitor.h"

#include "vault/whenready.h"

#include <utility>

namespace quanke::link {

namespace {

/// What clocks differ by that nobody sets. (The gateway tells whole seconds.)
constexpr std::chrono::minutes mostDifference{5};

} // namespace

LinkMonitor::LinkMonitor(GatewayClient &client, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_since(clock.now())
    , m_backoff(std::chrono::seconds(2), std::chrono::seconds(60))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LinkMonitor::askNow);
    connect(&client, &GatewayClient::answered, this, [this] {
        setTrouble({});
        change(LinkState::Online);
    });
    connect(&client, &GatewayClient::dated, this, &LinkMonitor::compare);
    connect(&client, &GatewayClient::unreachable, this, [this](const Failure &failure) {
        const bool lasts =
            failure.key.starts_with("link.gateway-") || failure.key.starts_with("link.device-");
        setTrouble(lasts ? std::optional(failure) : std::nullopt);
        change(LinkState::Offline);
    });
}

void LinkMonitor::start()
{
    m_started = true;
    askNow();
}

void LinkMonitor::setDelays(std::chrono::milliseconds first, std::chrono::milliseconds most)
{
    m_backoff = Backoff(first, most);
}

void LinkMonitor::askNow()
{
    if (m_asking) {
        return;
    }
    m_asking = true;
    m_timer.stop();
    whenReady(m_client.health(), this, [this](const Result<Json> &health) {
        m_asking = false; // the state came by the client's signals
        askLater();
        if (health && health->is_object()) {
            const auto durable = health->find("durable");
            const bool isNumber = durable != health->end() && durable->is_number_unsigned();
            Q_EMIT healthTold(QString::fromStdString(health->value("epoch", std::string())),
                isNumber ? durable->get<quint64>() : 0);
        }
    });
}

void LinkMonitor::setTrouble(const std::optional<Failure> &trouble)
{
    const bool isAnother =
        trouble.has_value() != m_trouble.has_value() || (trouble && trouble->key != m_trouble->key);
    m_trouble = trouble;
    if (isAnother) {
        Q_EMIT troubleChanged();
    }
}

void LinkMonitor::change(LinkState state)
{
    if (state == LinkState::Online) {
        m_backoff.reset();
    }
    if (m_state == state) {
        return;
    }
    m_state = state;
    m_since = m_clock.now();
    if (!m_asking) {
        askLater();
    }
    Q_EMIT stateChanged(state);
}

/// The answer was made at some moment of that time.
void LinkMonitor::compare(Instant there, std::chrono::milliseconds took)
{
    const Instant now = m_clock.now();
    const bool agree = there >= now - took - mostDifference && there <= now + mostDifference;
    const auto difference = agree ? std::nullopt : std::optional(there - now);
    if (difference != std::exchange(m_clockDifference, difference)) {
        Q_EMIT clockCompared();
    }
}

void LinkMonitor::askLater()
{
    if (m_started) {
        m_timer.start(m_state == LinkState::Online ? m_whileOnline : m_backoff.next());
    }
}

} // namespace quanke::link
