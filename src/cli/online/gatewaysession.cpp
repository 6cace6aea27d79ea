#include "cli/online/gatewaysession.h"

#include "cli/common/passwordfile.h"
#include "platform/systemclock.h"
#include "seal/random.h"

namespace quanke::cli {

namespace {

/// Qt wants to keep both for as long as the application lives.
std::unique_ptr<QCoreApplication> makeApplication()
{
    if (QCoreApplication::instance() != nullptr) {
        return nullptr;
    }
    static int count = 1;
    static char name[] = "quanke";
    static char *words[] = {name, nullptr};
    return std::make_unique<QCoreApplication>(count, words);
}

} // namespace

std::vector<Option> gatewayOptions()
{
    return {{"gateway", "URL",
                {"网关地址，例如 http://127.0.0.1:8080", "the gateway, for example http://127.0.0.1:8080"},
                Option::Kind::RequiredValue},
        {"operator", "NAME", {"登录名", "the name to sign in with"}, Option::Kind::RequiredValue},
        {"password-file", "FILE", {"第一行是口令的文件", "a file whose first line is the password"},
            Option::Kind::RequiredValue}};
}

GatewaySession::GatewaySession()
    : m_application(makeApplication())
    , m_clock(std::make_unique<platform::SystemClock>())
    , m_device("quanke-" + seal::makeId(*m_clock))
{
}

GatewaySession::~GatewaySession()
{
    if (m_client && m_client->hasSession()) {
        [[maybe_unused]] const auto done = wait(m_client->signOut());
    }
}

Result<wire::Session> GatewaySession::open(const Arguments &arguments)
{
    const QUrl url(QString::fromStdString(arguments.value("gateway")), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return Failure{"usage.not-an-address", {{"given", arguments.value("gateway")}}};
    }
    const auto password = readPassword(arguments.value("password-file"));
    if (!password) {
        return password.failure();
    }
    m_client = std::make_unique<link::GatewayClient>(m_network, url);
    return wait(m_client->signIn(arguments.value("operator"), *password, m_device));
}

} // namespace quanke::cli
