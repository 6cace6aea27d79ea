#pragma once

#include "faults/simulator/line.h"
#include "link/pusher.h"
#include "link/reconciler.h"
#include "vault/vault.h"

#include <map>
#include <memory>
#include <string>

namespace quanke::faults {

/// A desk without windows: the real vault and link, and the person who sits there.
class SimulatedDesk {
public:
    /// An operation that the desk was told is kept.
    struct Kept {
        std::string caseId;
        std::string kind;
        std::string bytes;
        std::uint64_t sequence = 0;
    };

    SimulatedDesk(QString folder, std::string person, Hall &hall, const Clock &clock, unsigned seed);

    void start();
    /// In the middle of whatever it is doing.
    void stop();
    bool isOn() const { return m_running != nullptr; }
    Line &line() { return m_line; }
    const std::string &person() const { return m_person; }
    vault::Vault &vault() { return m_running->vault; }

    /// Lets it work for at most so long; signs in where that has ended.
    void run(std::chrono::milliseconds time);
    /// Empty, or what the vault said.
    QString act(const std::string &kind, const std::string &caseId, Json body);
    /// Leaves the field of its one draft at the next number.
    QString leaveField();

    /// Nothing waits that could leave, and what the hall has was compared since the start.
    bool isDone();
    /// What still waits and could leave, or goes on, in words.
    QString waiting();
    /// Somebody looks at what was refused since its case was not there yet.
    void retryWhatCameTooEarly();
    /// What of all that was told does not hold at the hall and here; empty for nothing.
    QString broken(Hall &hall);

    const std::map<std::string, Kept> &kept() const { return m_kept; } ///< by operation

private:
    struct Running {
        Running(const vault::VaultSetup &setup, Line &line, const Clock &clock);

        vault::Vault vault;
        link::GatewayClient client;
        link::LinkMonitor monitor;
        link::Pusher pusher;
        link::Reconciler reconciler;
        bool isSigningIn = false;
        bool isCompared = false;
    };

    void signIn();
    QString brokenOperations(Hall &hall, const std::set<std::string> &here) const;
    QString brokenDraft();
    QString brokenSecrets() const;

    QString m_folder;
    std::string m_person;
    const Clock &m_clock;
    Line m_line;
    std::unique_ptr<Running> m_running;
    std::map<std::string, Kept> m_kept;
    int m_field = 0; ///< of the draft, as it was left last
};

/// The password of everybody, at the hall and at the desks.
seal::SecretBytes everybodysPassword();
/// What stands in every application and must be readable nowhere on a desk's disk.
extern const char *const applicantsName;

} // namespace quanke::faults
