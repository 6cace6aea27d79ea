#pragma once

#include "link/backoff.h"
#include "link/linkmonitor.h"
#include "link/operationsender.h"
#include "vault/vault.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quanke::link {

/// Empties the vault's outbox by itself whenever somebody is signed in and the link is up: in order within a case, each
/// operation to the same id until its receipt is here. What the gateway refuses stays visible with the reason; what
/// it cannot take now waits 2 s, 4 s … 300 s, or as long as it asks for. One case that is stuck holds up no other. What has
/// no documents to bring goes first, and does not wait for those of another: they are set aside and gone on with behind it.
class Pusher : public QObject {
    Q_OBJECT

public:
    Pusher(vault::Vault &vault, GatewayClient &client, LinkMonitor &monitor, QObject *parent = nullptr);

    void start();
    /// Does not wait out a delay: somebody pressed the button.
    void pushNow();
    bool isBusy() const { return m_busy; }
    /// Whose documents are on their way, and how far; nothing while none are.
    const std::optional<Transfer> &transfer() const { return m_transfer; }
    /// Whether nothing of it has moved for longer than a slow line needs.
    bool hangs() const { return m_transfer && !m_patience.isActive(); }
    /// Nothing more leaves until released; what is under way is finished first (idle).
    void hold();
    void release();
    void setDelays(std::chrono::milliseconds first, std::chrono::milliseconds most);
    /// For tests: instead of what the pace of the line asks for.
    void setPatience(std::chrono::milliseconds patience) { m_fixedPatience = patience; }

Q_SIGNALS:
    void progress(const quanke::link::Transfer &transfer);
    void transferEnded(); ///< arrived, failed or set aside
    void hangingChanged(); ///< it hangs, or moves again
    void delivered(const QString &caseId, const QString &operationId);
    void refused(const QString &caseId, const QString &operationId, const quanke::Failure &problem);
    void idle(); ///< nothing more can leave for now

private:
    enum class Round { GoesOn, Ends };

    void look();
    void begin(std::vector<vault::Outgoing> queue);
    void letPass();
    void setAsideForOthers();
    std::set<std::string> resting() const;
    void sendNext();
    void takeMovement();
    Departure departureOf(const vault::Outgoing &outgoing);
    void settle(const vault::Outgoing &outgoing, const Result<wire::Receipt> &result);
    void goOnOnceKept(const vault::Promised<Done> &note, const std::function<void()> &tell);
    void delay(const vault::Outgoing &outgoing, const Failure &failure);
    void restAlone(const vault::Outgoing &outgoing, const Failure &failure);
    bool hasRestedInVain(const vault::Outgoing &outgoing, const Failure &failure) const;
    void wakeTheResting();
    void finish(Round round);
    void waitFor(const Failure &failure);

    vault::Vault &m_vault;
    GatewayClient &m_client;
    LinkMonitor &m_monitor;
    OperationSender m_sender;
    QTimer m_timer; ///< until it nothing leaves
    Backoff m_backoff;
    /// An operation that alone is stuck.
    struct Rest {
        Backoff backoff;
        QDeadlineTimer until;
        int times = 0;
    };
    std::map<std::string, Rest> m_rests; ///< by operation
    QTimer m_restTimer; ///< the first of these ends
    Backoff m_firstRest;
    bool m_held = false;
    std::vector<vault::Outgoing> m_queue; ///< what this round still has to send, last first
    std::string m_operator; ///< whose round it is
    std::optional<Transfer> m_transfer;
    QTimer m_patience; ///< runs since it moved last
    std::optional<std::chrono::milliseconds> m_fixedPatience;
    int m_waiting = 0; ///< operations in the outbox, when it was looked last
    bool m_started = false;
    bool m_busy = false;
    bool m_lookAgain = false;
    bool m_hasNew = false; ///< something came since the round began
};

} // namespace quanke::link
