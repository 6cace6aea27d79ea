#include "cli/online/gatewaysession.h"

#include "certificates/device.h"
#include "certificates/enrolment.h"
#include "cli/common/passwordfile.h"
#include "link/trust.h"
#include "platform/folder.h"
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
            Option::Kind::RequiredValue},
        {"enrolment", "FILE",
            {"设备登记文件，https:// 地址必需",
                "the device's enrolment, which an address of https:// wants"}},
        {"enrolment-password-file", "FILE",
            {"第一行是登记文件口令的文件", "a file whose first line is the enrolment's password"}}};
}

namespace {

/// None where none is given.
Result<std::optional<certificates::Enrolment>> enrolmentOf(const Arguments &arguments)
{
    const auto path = arguments.value("enrolment");
    if (path.empty()) {
        return std::optional<certificates::Enrolment>();
    }
    const auto file = platform::readFile(path);
    const auto password = readPassword(arguments.value("enrolment-password-file"));
    if (!file || !password) {
        return file ? password.failure() : file.failure();
    }
    const auto enrolment = certificates::unpack(*file, password->view());
    if (!enrolment) {
        return Failure{enrolment.failure().key, {{"path", path}}};
    }
    return std::optional(*enrolment);
}

} // namespace

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
    const auto password = readPassword(arguments.value("password-file"));
    if (!password) {
        return password.failure();
    }
    const auto reached = reach(arguments);
    return reached ? wait(m_client->signIn(arguments.value("operator"), *password, m_device))
                   : reached.failure();
}

Result<Done> GatewaySession::reach(const Arguments &arguments)
{
    const QUrl url(QString::fromStdString(arguments.value("gateway")), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return Failure{"usage.not-an-address", {{"given", arguments.value("gateway")}}};
    }
    const auto enrolment = enrolmentOf(arguments);
    if (!enrolment) {
        return enrolment.failure();
    }
    if (const auto safe = link::checkAddress(url, enrolment->has_value()); !safe) {
        return safe.failure();
    }
    m_client = std::make_unique<link::GatewayClient>(m_network, url);
    if (*enrolment) {
        m_client->setEnrolment(**enrolment);
        m_device = certificates::deviceUnder((*enrolment)->device);
    }
    return Done{};
}

} // namespace quanke::cli
