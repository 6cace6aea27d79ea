#pragma once

#include "core/casework/permission.h"
#include "core/wire/protocol.h"
#include "gateway/service/receiptsigner.h"
#include "gateway/service/servicecontext.h"
#include "seal/password.h"

#include <map>
#include <mutex>
#include <string>

namespace quanke::gateway {

/// Somebody with a token that holds.
struct SignedIn {
    casework::Actor actor;
    std::string displayName;
    std::string device;
    std::string tokenHash;
};

/// Signing in and out. A token is 32 random bytes, good for eight hours; only its SHA-256 is stored. After
/// five wrong passwords a name is locked for fifteen minutes, whether it exists or not.
class SessionService {
public:
    /// What desks are told of the gateway: the key that they seal to (base64), and the suite of all keys.
    struct Told {
        std::string sealingKey;
        std::string suite;
    };

    /// The signer outlives it; `cost` of new passwords.
    SessionService(
        ServiceContext context, const ReceiptSigner &signer, Told told, const seal::PasswordCost &cost = {});

    /// Ends the session that was begun there under that name before. Fails: session.refused (name or password), session.locked ("retryAfter", seconds), session.first-password (somebody
    /// else chose it: to be changed first).
    Result<wire::Session> signIn(const std::string &name, const std::string &password,
        const std::string &device, wire::Absence absence = wire::Absence::Hall);
    /// From one's own to another; all sessions of the person end. Fails: as signIn but for the last, password.same,
    /// operator.password-weak.
    Result<Done> changePassword(const std::string &name, const std::string &current,
        const std::string &wanted, const std::string &device);
    /// Fails: session.missing (no such token, or it has expired).
    Result<SignedIn> authenticate(const std::string &token);
    Result<Done> signOut(const SignedIn &person);
    /// To be said when who may sign in, or with which roles, has changed: the next request looks again.
    void forgetKnown();

private:
    Result<Done> checkOpen(const std::string &name);
    Result<Done> countFailure(const std::string &name, const std::string &device);
    Result<bool> isRight(const std::string &name, const std::string &password);
    /// Counts one that is wrong. Only for whoever holds m_reckoning.
    Result<Done> checkPassword(
        const std::string &name, const std::string &password, const std::string &device);
    Result<Done> keepPassword(const std::string &name, const std::string &hash, const std::string &device);
    Result<wire::Session> begin(const std::string &name, const std::string &device, wire::Absence absence);
    wire::Ticket ticketFor(
        const casework::Actor &actor, const std::string &device, wire::Absence absence) const;

    /// What the store says of a token, kept so that not every request has to wait for its thread.
    struct Known {
        SignedIn person;
        std::string expiresAt;
    };
    Result<Known> lookUp(const std::string &hash, const std::string &now);

    std::mutex m_knownMutex;
    std::map<std::string, Known> m_known; ///< by the token's hash
    std::uint64_t m_forgotten = 0; ///< how often all was forgotten: what was read before is not kept after

    ServiceContext m_context;
    const ReceiptSigner &m_signer;
    Told m_told;
    seal::PasswordCost m_cost;
    std::mutex m_reckoning; ///< whoever holds it is signing in
};

} // namespace quanke::gateway
