#include "faults/cutting.h"
#include "faults/gateway/gatewayfolder.h"
#include "faults/gateway/gatewaypromises.h"
#include "faults/gateway/gatewaystory.h"
#include "gateway/httpclient.h"
#include "gateway/store/copy/storecopy.h"
#include "platform/systemclock.h"
#include "seal/digest.h"
#include "support/await.h"

#include <QDir>
#include <QTest>

#include <map>

using namespace quanke;
using namespace quanke::faults;

namespace {

const QString copyName = QStringLiteral("copy");

/// What the gateway has called durable is in its second copy, from which it can be put back; and what lies in the copy's
/// place is whole.
class DurablePromises : public Promises {
public:
    explicit DurablePromises(test::Definitions definitions)
        : m_definitions(std::move(definitions))
    {
    }

    void take(const std::string &words) override
    {
        const auto json = parseJson(words);
        const Json &what = json->at("what");
        ++m_count;
        if (json->at("kind") == "operation") {
            m_operations[what["receipt"]["operation"]] = {what["bytes"], what["receipt"]["position"]};
        } else if (json->at("kind") == "durable") {
            m_durable = what;
        } else if (json->at("kind") == "epoch") {
            m_epoch = what;
        }
    }
    std::size_t count() const override { return m_count; }

    QString broken(const QString &folder) const override
    {
        const QString copy = QDir(folder).filePath(copyName);
        const std::filesystem::path placed = QDir(copy).filePath(QStringLiteral("gateway.db")).toStdString();
        if (!std::filesystem::exists(placed)) {
            return m_durable == 0 ? QString() : QStringLiteral("copy: there is none");
        }
        const auto verified = gateway::verifyCopy(placed);
        if (!verified) {
            return failed("copy", verified.failure());
        }
        const QTemporaryDir place(placeInMemory());
        const QString data = GatewayPromises::storeIn(place.path());
        if (!copyFolder(copy, data)) {
            return QStringLiteral("test: no room");
        }
        const auto found = brokenDocuments(data);
        return found.isEmpty() ? brokenWhenPutBack(data) : found;
    }

private:
    struct Operation {
        std::string bytes;
        std::uint64_t position = 0;
    };

    QString brokenWhenPutBack(const QString &data) const
    {
        const platform::SystemClock clock;
        const auto opened = gateway::Gateway::open({data.toStdString(), m_definitions.catalogue,
            std::string(64, 'f'), m_definitions.calendar, clock, seal::cheapestCost});
        if (!opened) {
            return failed("opening", opened.failure());
        }
        const auto epoch = (*opened)->epoch();
        if (!epoch || *epoch == m_epoch) {
            return QStringLiteral("epoch: the one of before");
        }
        return brokenOperations(**opened);
    }

    QString brokenOperations(gateway::Gateway &gateway) const
    {
        const auto stored = gateway.context().database.read<std::map<std::string, std::string>>(
            [](gateway::Connection &connection) -> Result<std::map<std::string, std::string>> {
                std::map<std::string, std::string> bytes;
                auto query = connection.query("SELECT id, bytes FROM operations");
                while (query.next()) {
                    bytes[query.text(0)] = query.text(1);
                }
                return bytes;
            });
        if (!stored) {
            return failed("operation", stored.failure());
        }
        for (const auto &[id, operation] : m_operations) {
            const auto found = stored->find(id);
            const bool isThere = found != stored->end() && found->second == operation.bytes;
            if (operation.position <= m_durable && !isThere) {
                return QStringLiteral("operation: was durable and is lost");
            }
        }
        return {};
    }

    static QString brokenDocuments(const QString &data)
    {
        const std::filesystem::path folder = data.toStdString();
        const auto documents = gateway::documentsIn(folder / "gateway.db");
        for (const auto &document :
            documents ? *documents : std::vector<gateway::CopiedDocument>{{"none can be read", 0}}) {
            const auto digest =
                seal::sha256OfFile(folder / "documents" / document.sha256.substr(0, 2) / document.sha256);
            if (!digest || *digest != document.sha256) {
                return QStringLiteral("document: a row without its file");
            }
        }
        return {};
    }

    test::Definitions m_definitions;
    std::size_t m_count = 0;
    std::string m_epoch;
    std::uint64_t m_durable = 0;
    std::map<std::string, Operation> m_operations; ///< by id
};

} // namespace

/// The power is cut all along a story in which it makes its second copy again and again.
class BackupFaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_events = tell(m_folder.path());
        QVERIFY(m_events.size() > 300);
    }

    void theRecordIsWhole() { QCOMPARE(differenceFrom(m_folder.path(), m_events), QString()); }

    void whatIsDurableIsInTheCopy()
    {
        const Tally tally = cut("power-cut-backup", Syncs::Kept, images());
        QVERIFY2(tally.violations == 0, qPrintable(tally.first));
        QVERIFY(tally.tried > images() / 2);
    }

    void whereTheCopyIsNotSyncedLossesAreFound()
    {
        const Tally tally = cut("control-power-cut-backup", Syncs::ForgottenInCopies, images() / 3);
        QVERIFY(tally.kinds.contains(QStringLiteral("copy")));
    }

private:
    static int images() { return wantedImages(10); }

    /// Three cases with a copy after each.
    std::vector<Event> tell(const QString &folder)
    {
        const Recording recording(folder);
        QDir(folder).mkdir(copyName);
        test::TestGateway gateway(GatewayPromises::storeIn(folder));
        gateway.keepSecondCopyIn(QDir(folder).filePath(copyName));
        gateway.setEnvironment(recording.environment());
        std::uint64_t last = 0;
        GatewayStory story(gateway, *m_definitions.catalogue, [&](const std::string &words) {
            const auto json = parseJson(words);
            if (json->at("kind") == "operation") {
                last = json->at("what")["receipt"]["position"];
            }
            recording.promise(words);
        });
        bool told = story.begin();
        for (int round = 0; round < 3 && told; ++round) {
            told = story.work(1)
                && test::waitFor([&] { return durableAt(gateway) >= last; }, std::chrono::seconds(30));
            recording.promise(canonicalText({{"kind", "durable"}, {"what", durableAt(gateway)}}));
        }
        if (!told || !gateway.stop()) {
            QTest::qFail(qPrintable(story.trouble() + QString::fromUtf8(gateway.log())), __FILE__, __LINE__);
            return {};
        }
        return recording.events();
    }

    static std::uint64_t durableAt(const test::TestGateway &gateway)
    {
        return test::HttpClient(quint16(gateway.url().port())).get("/v1/health").json()["durable"];
    }

    Tally cut(const char *kind, Syncs syncs, int wanted) const
    {
        DurablePromises promises(m_definitions);
        Tally tally;
        const Disk disk(
            syncs, {{}, {copyName.toStdString()}}); // whoever looks after the gateway made the folder
        cutEverywhere(disk, m_events, promises, wanted, tally);
        report(kind, tally);
        return tally;
    }

    QTemporaryDir m_folder{placeInMemory()};
    test::Definitions m_definitions = test::Definitions::load();
    std::vector<Event> m_events;
};

QTEST_GUILESS_MAIN(BackupFaultTest)
#include "tst_backup.moc"
