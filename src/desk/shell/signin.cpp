#include "desk/shell/signin.h"

#include "link/gatewayclient.h"
#include "link/trust.h"
#include "seal/text.h"
#include "vault/whenready.h"

namespace quanke::desk {

namespace {

/// The desk is without the gateway, and works on. One that the gateway has shut out does not.
bool isLinkMissing(const Failure &failure)
{
    return link::isOfTheLink(failure) && failure.key != "link.device-revoked";
}

} // namespace

SignIn::SignIn(vault::Vault &vault, link::GatewayClient &gateway, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_gateway(gateway)
{
}

void SignIn::start(const QString &name, const QString &password, wire::Absence absence)
{
    if (m_busy)
        return;
    m_name = name.trimmed().toStdString();
    m_password = seal::SecretBytes::copyOf(password.toStdString());
    m_previous.wipe();
    ask(absence);
}

void SignIn::followChange(const QString &name, const QString &password, const QString &previous)
{
    if (m_busy)
        return;
    m_name = name.toStdString();
    m_password = seal::SecretBytes::copyOf(password.toStdString());
    m_previous = seal::SecretBytes::copyOf(previous.toStdString());
    ask(wire::Absence::Hall);
}

void SignIn::ask(wire::Absence absence)
{
    m_busy = true;
    whenReady(m_vault.deviceId(), this, [this, absence](const Result<std::string> &device) {
        if (!device) {
            fail(device.failure());
            return;
        }
        whenReady(m_gateway.signIn(m_name, m_password, *device, absence), this,
            [this](const Result<wire::Session> &session) {
                if (session)
                    take(*session);
                else if (isLinkMissing(session.failure()) && m_previous.isEmpty())
                    signInOffline();
                else
                    fail(session.failure());
            });
    });
}

void SignIn::take(const wire::Session &session)
{
    m_session = session;
    whenReady(m_vault.useSuite(session.suite), this, [this](const Result<Done> &used) {
        if (used)
            enrol(m_previous.clone());
        else
            fail(used.failure());
    });
}

void SignIn::giveOldPassword(const QString &oldPassword)
{
    if (oldPassword.isEmpty())
        keepTicket();
    else
        enrol(seal::SecretBytes::copyOf(oldPassword.toStdString()));
}

void SignIn::signInOffline()
{
    whenReady(m_vault.signInOffline(m_name, m_password.clone()), this,
        [this](const Result<wire::SignedInOperator> &person) {
            if (person)
                finish(*person, Way::Offline);
            else
                fail(person.failure());
        });
}

void SignIn::enrol(seal::SecretBytes oldPassword)
{
    const bool asked = !oldPassword.isEmpty();
    whenReady(m_vault.enrol(m_session.person, m_password.clone(), std::move(oldPassword)), this,
        [this, asked](const Result<vault::Enrolment> &enrolment) {
            if (!enrolment)
                fail(enrolment.failure());
            else if (*enrolment == vault::Enrolment::Separated && !asked)
                Q_EMIT separated();
            else if (*enrolment == vault::Enrolment::Separated && m_previous.isEmpty())
                Q_EMIT failed({"vault.wrong-password", Json::object(), {}});
            else
                keepTicket();
        });
}

/// Where that fails the work goes on all the same, with the gateway at hand.
void SignIn::keepTicket()
{
    const auto key = seal::fromBase64(m_session.gatewayKey);
    whenReady(m_vault.keepTicket(m_session.ticket, key ? *key : std::string()), this,
        [this](const Result<Done> &) { finish(m_session.person, Way::Online); });
}

void SignIn::fail(const Failure &failure)
{
    m_busy = false;
    m_password.wipe();
    m_previous.wipe();
    Q_EMIT failed(failure);
}

void SignIn::finish(const wire::SignedInOperator &person, Way way)
{
    m_busy = false;
    m_password.wipe();
    m_previous.wipe();
    Q_EMIT done(person, way);
}

} // namespace quanke::desk
