#pragma once

#include "link/gatewayclient.h"
#include "vault/vault.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace quanke::link {

/// What became of the sealed operations that were found.
struct Rescued {
    int found = 0;
    int taken = 0; ///< by now, for the first time
    int wereHere = 0; ///< the gateway had them before
    int received = 0; ///< of both, those that the gateway's second copy does not hold yet
    int others = 0; ///< other people's: they have to sign in and bring them
    int refused = 0;
    std::vector<std::string>
        unreadable; ///< names of files that the disk does not give back, and of those altered
    std::optional<Failure> refusal; ///< of the first that was
    std::optional<Failure> stopped; ///< the link or the session went: what is left can be brought again

    bool isComplete() const { return !stopped && unreadable.empty() && taken + wereHere == found; }
    /// What they were brought from is wanted no more.
    bool isDurable() const { return isComplete() && received == 0; }
};

/// Brings to the gateway what lies sealed in spools: of a store that was put aside, or on a stick from another desk. Each
/// record once, with its documents where the gateway lacks them; doing it again is always right.
class Rescuer : public QObject {
    Q_OBJECT

public:
    Rescuer(vault::Vault &vault, GatewayClient &client, QObject *parent = nullptr);

    /// Everything at and below the folder. One at a time.
    void start(const QString &folder);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void progress(int done, int whole);
    void finished(const quanke::link::Rescued &rescued);

private:
    struct Item {
        QString documents; ///< the folder of those beside its spool
        spool::Found found;
    };

    void next();
    void send(const Item &item);
    void bringDocuments(const Item &item, std::vector<std::string> files);
    void note(const Failure &failure);
    void end();

    vault::Vault &m_vault;
    GatewayClient &m_client;
    std::vector<Item> m_items;
    std::size_t m_next = 0;
    bool m_broughtDocuments = false; ///< of the one in hand: asked for again they are lost
    Rescued m_rescued;
    bool m_busy = false;
};

} // namespace quanke::link
