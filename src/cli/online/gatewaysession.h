#pragma once

#include "cli/command.h"
#include "core/base/clock.h"
#include "link/gatewayclient.h"
#include "vault/whenready.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

#include <memory>
#include <optional>

namespace quanke::cli {

/// Options of the commands that talk to a gateway, worded once: --gateway, --operator, --password-file.
std::vector<Option> gatewayOptions();

/// Somebody signed in at a gateway for as long as one command runs. The program has no loop of its own: each wait runs
/// the application until the answer is there.
class GatewaySession {
public:
    GatewaySession();
    /// Signs out.
    ~GatewaySession();

    /// Signs in as the options say, under a device name of its own. Fails as GatewayClient does, and with
    /// usage.not-an-address, link.insecure, link.not-enrolled, enrolment.*.
    Result<wire::Session> open(const Arguments &arguments);
    /// The same without signing in.
    Result<Done> reach(const Arguments &arguments);

    link::GatewayClient &client() { return *m_client; }
    /// Of this run alone, so that its operations are numbered from 1.
    const std::string &device() const { return m_device; }
    const Clock &clock() const { return *m_clock; }

    template <class T>
    Result<T> wait(const link::Promised<T> &future)
    {
        std::optional<Result<T>> outcome;
        QObject context;
        whenReady(future, &context, [&outcome](const Result<T> &result) {
            outcome = result;
            QCoreApplication::quit();
        });
        QCoreApplication::exec();
        return outcome.value_or(Result<T>(Failure{"link.unreachable"}));
    }

private:
    std::unique_ptr<QCoreApplication> m_application; ///< unless the program has one already
    std::unique_ptr<Clock> m_clock;
    QNetworkAccessManager m_network;
    std::unique_ptr<link::GatewayClient> m_client;
    std::string m_device;
};

} // namespace quanke::cli
