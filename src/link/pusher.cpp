#include "link/pusher.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quanke::link {

namespace {

/// At 300 s each at the end about an hour and a half.
constexpr int mostRests = 24;

template <std::size_t Count>
bool isAmong(const std::array<std::string_view, Count> &keys, const std::string &key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Whether the case alone is stuck, for now: others may pass. A case unknown to a gateway that was put back to an earlier
/// state comes back from the desk that received it; a gateway that is older than the desk is brought up to date some day.
bool isTheCasesOwn(const Failure &failure)
{
    constexpr std::array<std::string_view, 5> keys{
        "case.busy", "case.unknown", "documents.missing", "upload.superseded", "operation.too-new"};
    return isAmong(keys, failure.key);
}

/// Whether the same bytes may be taken at another time; everything else needs a person.
bool mayPassLater(const Failure &failure)
{
    constexpr std::array<std::string_view, 5> passing{"upload.interrupted", "upload.unknown",
        "upload.offset-mismatch", "upload.checksum-mismatch", "operation.other-actor"};
    constexpr std::array<std::string_view, 2> lasting{"vault.document-damaged", "vault.unknown-document"};
    constexpr std::array<int, 4> statuses{408, 423, 425, 429};
    if (failure.key.starts_with("vault.") || failure.key.starts_with("seal.")) {
        return !isAmong(lasting, failure.key);
    }
    const int status = numberIn(failure, "status");
    return failure.key.starts_with("link.") || failure.key.starts_with("wire.")
        || isAmong(passing, failure.key) || isTheCasesOwn(failure) || status >= 500
        || std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

std::vector<std::string> missingDocuments(const Failure &failure)
{
    std::vector<std::string> digests;
    const auto list =
        failure.arguments.is_object() ? failure.arguments.value("digests", Json::array()) : Json();
    for (const Json &digest : list) {
        if (digest.is_string()) {
            digests.push_back(digest.get<std::string>());
        }
    }
    return digests;
}

} // namespace

Pusher::Pusher(vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_client(client)
    , m_monitor(monitor)
    , m_sender(client)
    , m_backoff(std::chrono::seconds(2), std::chrono::seconds(300))
    , m_firstRest(m_backoff)
{
    m_timer.setSingleShot(true);
    m_restTimer.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Pusher::look);
    connect(&m_restTimer, &QTimer::timeout, this, &Pusher::look);
    connect(&m_sender, &OperationSender::progress, this, [this](const Transfer &transfer) {
        m_transfer = transfer;
        takeMovement();
        Q_EMIT progress(transfer);
    });
    connect(&m_client, &GatewayClient::pieceMoved, this, &Pusher::takeMovement);
    connect(&m_patience, &QTimer::timeout, this, &Pusher::hangingChanged);
    connect(&m_vault, &vault::Vault::outboxChanged, this, &Pusher::look);
    connect(&m_client, &GatewayClient::sessionChanged, this, &Pusher::pushNow);
    connect(&m_monitor, &LinkMonitor::stateChanged, this, [this](LinkState state) {
        if (state == LinkState::Online) {
            pushNow();
        }
    });
}

void Pusher::start()
{
    m_started = true;
    look();
}

void Pusher::setDelays(std::chrono::milliseconds first, std::chrono::milliseconds most)
{
    m_backoff = Backoff(first, most);
    m_firstRest = m_backoff;
}

void Pusher::pushNow()
{
    m_timer.stop();
    m_backoff.reset();
    m_rests.clear();
    look();
}

void Pusher::look()
{
    if (m_busy) {
        m_lookAgain = true;
        letPass();
        return;
    }
    const bool mayLeave =
        m_started && !m_held && m_client.hasSession() && m_monitor.state() != LinkState::Offline;
    if (!mayLeave || m_timer.isActive()) {
        return;
    }
    m_busy = true;
    m_lookAgain = false;
    m_hasNew = false;
    m_operator = m_client.signedInName();
    whenReady(m_vault.outgoing(m_operator, resting()), this,
        [this](const Result<std::vector<vault::Outgoing>> &outgoing) {
            begin(outgoing ? *outgoing : std::vector<vault::Outgoing>());
        });
}

void Pusher::begin(std::vector<vault::Outgoing> queue)
{
    if (queue.empty()) {
        // Who has rested and is not among them waits no longer.
        std::erase_if(m_rests, [](const auto &rest) { return rest.second.until.hasExpired(); });
        finish(Round::Ends);
        return;
    }
    std::stable_partition(queue.begin(), queue.end(),
        [](const vault::Outgoing &outgoing) { return outgoing.documents.empty(); });
    std::reverse(queue.begin(), queue.end());
    m_queue = std::move(queue);
    sendNext();
}

/// An operation that came meanwhile and has no documents to bring does not wait for those of another. Looking at all of them
/// is much work, so they are counted first.
void Pusher::letPass()
{
    whenReady(m_vault.outboxCount(), this, [this](const Result<vault::OutboxCount> &count) {
        const int before = std::exchange(m_waiting, count ? count->waiting : m_waiting);
        if (m_waiting <= before) {
            return;
        }
        m_hasNew = true;
        if (m_sender.isUploading()) {
            setAsideForOthers();
        }
    });
}

void Pusher::setAsideForOthers()
{
    whenReady(m_vault.outgoing(m_operator, resting()), this,
        [this](const Result<std::vector<vault::Outgoing>> &outgoing) {
            const auto hasNone = [](const vault::Outgoing &other) { return other.documents.empty(); };
            if (outgoing && std::ranges::any_of(*outgoing, hasNone)) {
                m_sender.setAside();
            }
        });
}

/// The operations whose rest is not over.
std::set<std::string> Pusher::resting() const
{
    std::set<std::string> ids;
    for (const auto &[id, rest] : m_rests) {
        if (!rest.until.hasExpired()) {
            ids.insert(id);
        }
    }
    return ids;
}

void Pusher::hold()
{
    m_held = true;
}

void Pusher::release()
{
    m_held = false;
    look();
}

void Pusher::sendNext()
{
    if (m_held) {
        finish(Round::Ends);
        return;
    }
    if (m_queue.empty() || m_client.signedInName() != m_operator) {
        finish(Round::GoesOn); // what stood behind these in their cases may leave now, or what is another's
        return;
    }
    if (m_hasNew && !m_queue.back().documents.empty()) {
        finish(Round::GoesOn); // they may go before these documents
        return;
    }
    const auto outgoing = std::move(m_queue.back());
    m_queue.pop_back();
    whenReady(m_sender.send(departureOf(outgoing)), this,
        [this, outgoing](const Result<wire::Receipt> &result) { settle(outgoing, result); });
}

void Pusher::takeMovement()
{
    if (!m_transfer) {
        return;
    }
    const bool didHang = hangs();
    m_patience.start(m_fixedPatience.value_or(m_transfer->patience));
    if (didHang) {
        Q_EMIT hangingChanged();
    }
}

Departure Pusher::departureOf(const vault::Outgoing &outgoing)
{
    const auto id = outgoing.operationId;
    Departure departure;
    departure.operationId = id;
    departure.bytes = outgoing.bytes;
    departure.documents = outgoing.documents;
    // The vault keeps the order of calls, so what follows need not wait for these notes.
    departure.read = [this, id](const vault::StoredDocument &document) {
        return m_vault.outgoingDocument(id, document.sha256);
    };
    departure.uploaded = [this, id](const vault::StoredDocument &document) {
        static_cast<void>(m_vault.markUploaded(id, document.sha256));
    };
    departure.sending = [this, id] { static_cast<void>(m_vault.markSent(id)); };
    return departure;
}

void Pusher::settle(const vault::Outgoing &outgoing, const Result<wire::Receipt> &result)
{
    const auto caseId = QString::fromStdString(outgoing.caseId);
    const auto operationId = QString::fromStdString(outgoing.operationId);
    if (std::exchange(m_transfer, std::nullopt)) {
        m_patience.stop();
        Q_EMIT transferEnded();
    }
    if (result) {
        m_backoff.reset();
        m_rests.erase(outgoing.operationId);
        goOnOnceKept(m_vault.keepReceipt(outgoing.operationId, *result),
            [this, caseId, operationId] { Q_EMIT delivered(caseId, operationId); });
    } else if (result.failure().key == "upload.set-aside") {
        finish(Round::GoesOn);
    } else if (mayPassLater(result.failure()) && !hasRestedInVain(outgoing, result.failure())) {
        delay(outgoing, result.failure());
    } else {
        m_rests.erase(outgoing.operationId);
        goOnOnceKept(m_vault.markRefused(outgoing.operationId, result.failure()),
            [this, caseId, operationId, problem = result.failure()] {
                Q_EMIT refused(caseId, operationId, problem);
            });
    }
}

/// What nobody brings in hours will not come: a person must look.
bool Pusher::hasRestedInVain(const vault::Outgoing &outgoing, const Failure &failure) const
{
    const auto rest = m_rests.find(outgoing.operationId);
    return failure.key == "case.unknown" && rest != m_rests.end() && rest->second.times >= mostRests;
}

/// What the vault could not note would leave again at once, and again: then rather wait.
void Pusher::goOnOnceKept(const vault::Promised<Done> &note, const std::function<void()> &tell)
{
    whenReady(note, this, [this, tell](const Result<Done> &kept) {
        if (kept) {
            tell();
            sendNext();
        } else {
            waitFor(kept.failure());
            finish(Round::Ends);
        }
    });
}

void Pusher::delay(const vault::Outgoing &outgoing, const Failure &failure)
{
    if (failure.key == "documents.missing") {
        static_cast<void>(m_vault.markMissing(outgoing.operationId, missingDocuments(failure)));
    }
    static_cast<void>(m_vault.markDelayed(outgoing.operationId, failure));
    if (isTheCasesOwn(failure)) {
        restAlone(outgoing, failure);
        sendNext();
    } else {
        waitFor(failure);
        finish(Round::Ends);
    }
}

void Pusher::restAlone(const vault::Outgoing &outgoing, const Failure &failure)
{
    Rest &rest = m_rests.try_emplace(outgoing.operationId, Rest{m_firstRest, {}, 0}).first->second;
    ++rest.times;
    rest.until = QDeadlineTimer(rest.backoff.next(std::chrono::seconds(numberIn(failure, "retryAfter"))));
}

/// When the first of them has rested enough, which may have been during the round.
void Pusher::wakeTheResting()
{
    const auto first = std::ranges::min_element(
        m_rests, {}, [](const auto &rest) { return rest.second.until.remainingTime(); });
    if (first != m_rests.end()) {
        m_restTimer.start(std::chrono::milliseconds(first->second.until.remainingTime() + 1));
    }
}

void Pusher::waitFor(const Failure &failure)
{
    m_timer.start(m_backoff.next(std::chrono::seconds(numberIn(failure, "retryAfter"))));
}

void Pusher::finish(Round round)
{
    m_busy = false;
    m_queue.clear();
    if (round == Round::GoesOn || m_lookAgain) {
        look();
    }
    wakeTheResting();
    if (!m_busy) {
        Q_EMIT idle();
    }
}

} // namespace quanke::link
