// A desk without windows: signs in, files the cases of the plan with their documents, and waits until the gateway has them.
// Started again after a kill it goes on where it was. Arguments: a folder, and the plan:
// {"gateway": URL, "cases": [{"id", "body", "documents": [text of a PDF…]}…]}. Exit code: 0 all delivered, 3 not.
#include "link/pusher.h"
#include "platform/folder.h"
#include "platform/systemclock.h"
#include "support/await.h"

#include <QCoreApplication>

using namespace quanke;
using test::awaited;

namespace {

const std::string clerk = "wangxm";

seal::SecretBytes password()
{
    return seal::SecretBytes::copyOf("Quanke-2026");
}

class Desk {
public:
    Desk(const QString &folder, const Json &plan)
        : m_plan(plan)
        , m_vault(setupIn(folder))
        , m_client(m_network, QUrl(QString::fromStdString(plan["gateway"])))
        , m_monitor(m_client, m_clock)
        , m_pusher(m_vault, m_client, m_monitor)
    {
        const std::chrono::milliseconds soon(2);
        m_monitor.setDelays(soon, soon);
        m_pusher.setDelays(soon, soon);
    }

    bool work()
    {
        if (!awaited(m_vault.open()) || !signIn()) {
            return false;
        }
        m_monitor.start();
        m_pusher.start();
        for (const Json &one : m_plan["cases"]) {
            if (!isFiled(one["id"]) && !file(one)) {
                return false;
            }
        }
        return test::waitFor([this] { return isAllDelivered(); }, std::chrono::seconds(20));
    }

private:
    vault::VaultSetup setupIn(const QString &folder) const
    {
        vault::VaultSetup setup;
        setup.folder = folder + QStringLiteral("/vault");
        setup.clock = &m_clock;
        setup.passwordCost = seal::cheapestCost;
        return setup;
    }

    bool signIn()
    {
        const auto device = awaited(m_vault.deviceId());
        return device && awaited(m_client.signIn(clerk, password(), *device))
            && awaited(m_vault.enrol({clerk, "王小满", {"clerk"}, {}, "hall"}, password()));
    }

    bool isFiled(const std::string &caseId)
    {
        const auto filed = awaited(m_vault.filedCases());
        return filed && std::any_of(filed->begin(), filed->end(), [&](const vault::OutboxEntry &entry) {
            return entry.caseId == caseId;
        });
    }

    bool file(const Json &one)
    {
        vault::Draft draft;
        draft.caseId = one["id"];
        if (!awaited(m_vault.saveDraft(draft))) {
            return false;
        }
        for (const std::string text : one["documents"]) {
            const auto bytes = QByteArray::fromStdString(text);
            if (!awaited(m_vault.storeDocument(draft.caseId, bytes, {"application/pdf", "a.pdf", 1}))) {
                return false;
            }
        }
        vault::NewOperation operation;
        operation.kind = "case.submit";
        operation.caseId = draft.caseId;
        operation.body = one["body"];
        return bool(awaited(m_vault.enqueue(operation)));
    }

    bool isAllDelivered()
    {
        const auto count = awaited(m_vault.outboxCount());
        return count && count->waiting == 0 && count->refused == 0;
    }

    platform::SystemClock m_clock;
    Json m_plan;
    vault::Vault m_vault;
    QNetworkAccessManager m_network;
    link::GatewayClient m_client;
    link::LinkMonitor m_monitor;
    link::Pusher m_pusher;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        return 2;
    }
    const auto plan = parseJson(*platform::readFile(argv[2]));
    return plan && Desk(QString::fromLocal8Bit(argv[1]), *plan).work() ? 0 : 3;
}
