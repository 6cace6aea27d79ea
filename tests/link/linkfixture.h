#pragma once

#include "link/fakegateway.h"
#include "link/linkmonitor.h"
#include "support/await.h"
#include "support/testclock.h"
#include "vault/vaultfixture.h"

namespace quanke::test {

/// A desk without a window: vault, fake gateway, client and monitor, with short delays.
struct LinkFixture {
    VaultFixture store;
    FakeAccessManager network;
    FakeGateway gateway{network};
    link::GatewayClient client{network, QUrl(QStringLiteral("http://gateway.test"))};
    link::LinkMonitor monitor{client, store.clock};

    LinkFixture() { monitor.setDelays(std::chrono::milliseconds(2), std::chrono::milliseconds(10)); }

    vault::Vault &vault() { return *store.vault; }
    bool openAndEnrol() { return store.open().isEmpty() && store.enrol(); }
    QString signIn(const std::string &name = "wangxm")
    {
        return failureKey(awaited(client.signIn(name, VaultFixture::secret("correct horse"), "device-1")));
    }
    Result<casework::Operation> enqueue(
        const std::string &kind = "case.submit", const std::string &caseId = caseOne)
    {
        return awaited(store.vault->enqueue(VaultFixture::operation(kind, caseId)));
    }
    /// The puts that went out for an operation.
    int puts(const std::string &id) const
    {
        return network.count("PUT", QStringLiteral("/v1/ops/") + QString::fromStdString(id));
    }
};

} // namespace quanke::test
