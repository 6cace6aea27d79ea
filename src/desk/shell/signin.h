#pragma once

#include "core/wire/protocol.h"
#include "seal/secretbytes.h"
#include "vault/vault.h"

#include <QObject>

namespace quanke::link {
class GatewayClient;
}

namespace quanke::desk {

/// Signing in: through the gateway and then the vault; with no gateway, through the vault alone,
/// as far as the gateway's ticket allows.
class SignIn : public QObject {
    Q_OBJECT
public:
    enum class Way { Online, Offline };

    SignIn(vault::Vault &vault, link::GatewayClient &gateway, QObject *parent = nullptr);

    void start(const QString &name, const QString &password, wire::Absence absence = wire::Absence::Hall);
    /// After a change of password at the gateway: another session, and what is sealed here follows.
    void followChange(const QString &name, const QString &password, const QString &previous);
    /// After `separated`: the old password, or nothing to leave what was sealed with it.
    void giveOldPassword(const QString &oldPassword);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void done(const quanke::wire::SignedInOperator &person, quanke::desk::SignIn::Way way);
    void failed(const quanke::Failure &failure);
    /// The password was changed elsewhere and earlier drafts here are sealed with the old one.
    void separated();

private:
    void ask(wire::Absence absence);
    void signInOffline();
    void take(const wire::Session &session);
    void enrol(seal::SecretBytes oldPassword);
    void keepTicket();
    void fail(const Failure &failure);
    void finish(const wire::SignedInOperator &person, Way way);

    vault::Vault &m_vault;
    link::GatewayClient &m_gateway;
    std::string m_name;
    seal::SecretBytes m_password;
    seal::SecretBytes m_previous; ///< of a change; else empty
    wire::Session m_session;
    bool m_busy = false;
};

} // namespace quanke::desk
