#include "gateway/backup/backup.h"
#include "gateway/hotelsubmission.h"
#include "gateway/store/sql/onlinecopy.h"
#include "platform/folder.h"
#include "seal/digest.h"
#include "seal/text.h"
#include "support/await.h"
#include "support/jsoninmessages.h"
#include "support/must.h"
#include "support/smalldisk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <stop_token>

using namespace quanke;
using namespace quanke::test;
using gateway::Connection;

/// The second copy: made while the gateway works, whole or not there, and what a receipt says because of it.
class BackupTest : public QObject {
    Q_OBJECT
public:
    explicit BackupTest(bool mayMount)
        : m_mayMount(mayMount)
    {
    }

private Q_SLOTS:
    void init()
    {
        m_night = std::make_unique<QTemporaryDir>();
        m_gateway = std::make_unique<RunningGateway>();
        m_clerk = &m_gateway->person("wangxm");
    }
    void cleanup()
    {
        m_gateway.reset();
        if (m_isMounted) {
            QVERIFY(SmallDisk::pull(copy()));
        }
        m_isMounted = false;
        m_night.reset();
    }

    void whatComesIsReceivedUntilACopyHoldsIt()
    {
        m_gateway->keepSecondCopyIn(copy()); // not there yet
        const auto operation = submission();
        const auto received = receiptOf(m_clerk->put(operation));
        QCOMPARE(received.stage, std::string("received"));
        QTRY_COMPARE_WITH_TIMEOUT(health()["backup"].value("problem", Json()), Json("backup.away"), patience);
        QCOMPARE(health()["backup"]["state"], Json("failing"));
        QCOMPARE(watermark().durable, std::uint64_t(0));

        QVERIFY(QDir().mkpath(copy()));
        QTRY_COMPARE_WITH_TIMEOUT(watermark().durable, received.position, patience);
        QCOMPARE(health()["backup"]["state"], Json("good"));
        QCOMPARE(health()["durable"], Json(received.position));
        const auto durable = receiptOf(m_clerk->put(operation));
        QCOMPARE(durable.stage, std::string("durable"));
        QCOMPARE(durable.position, received.position);
        QCOMPARE(durable.epoch, received.epoch);
        QVERIFY(isSigned(wire::signedText(received), received.signature));
        QVERIFY(isSigned(wire::signedText(durable), durable.signature));
        auto forged = received;
        forged.stage = "durable";
        QVERIFY(!isSigned(wire::signedText(forged), received.signature));
        forged = received;
        forged.epoch = "another";
        QVERIFY(!isSigned(wire::signedText(forged), received.signature));
    }

    void itsWordOnWhatIsDurableIsSigned()
    {
        const auto said = watermark();
        QVERIFY(isSigned(wire::signedText(said), said.signature));
        auto forged = said;
        forged.durable += 1;
        QVERIFY(!isSigned(wire::signedText(forged), said.signature));
        forged = said;
        forged.epoch = "another";
        QVERIFY(!isSigned(wire::signedText(forged), said.signature));
    }

    void withoutASecondCopyTheOnlyDiskIsEnough()
    {
        const auto receipt = receiptOf(m_clerk->put(submission()));
        QCOMPARE(receipt.stage, std::string("durable"));
        QCOMPARE(watermark().durable, receipt.position);
        QCOMPARE(health()["backup"], (Json{{"state", "none"}}));
    }

    void whatIsWrittenBetweenTwoStepsIsInTheCopy()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        Connection source(place / "source.db");
        source.run("PRAGMA locking_mode = EXCLUSIVE");
        source.run("PRAGMA journal_mode = WAL");
        source.runScript("CREATE TABLE pages (number INTEGER PRIMARY KEY, bytes BLOB);"
                         "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                         " INSERT INTO pages SELECT i, zeroblob(4000) FROM n;");
        {
            Connection target(place / "copy.db");
            gateway::OnlineCopy copy(source, target);
            QVERIFY(!copy.step(100));
            source.runScript("BEGIN; UPDATE pages SET bytes = 'new' WHERE number = 1;"
                             "INSERT INTO pages VALUES (501, 'last'); COMMIT;");
            QVERIFY(!copy.step(100));
            source.runScript("BEGIN; UPDATE pages SET bytes = 'undone' WHERE number = 2; ROLLBACK;");
            while (!copy.step(100)) { }
        }
        Connection copied(place / "copy.db");
        QCOMPARE(oneText(copied, "PRAGMA integrity_check"), std::string("ok"));
        QCOMPARE(oneText(copied, "SELECT bytes FROM pages WHERE number = 1"), std::string("new"));
        QCOMPARE(oneText(copied, "SELECT length(bytes) FROM pages WHERE number = 2"), std::string("4000"));
        QCOMPARE(oneText(copied, "SELECT bytes FROM pages WHERE number = 501"), std::string("last"));
    }

    void documentsComeOnceAndWhole()
    {
        QVERIFY(QDir().mkpath(copy()));
        QCOMPARE(receiptOf(m_clerk->put(submission())).stage, std::string("durable"));
        auto backup = oneBackup();
        const auto first = must(backup.make({}));
        QVERIFY(first.documents > 0);
        const auto documents = must(gateway::documentsIn(placed()));
        QCOMPARE(int(documents.size()), first.documents);
        for (const auto &document : documents) {
            QCOMPARE(must(seal::sha256OfFile(documentIn(copy(), document.sha256))), document.sha256);
        }
        QCOMPARE(must(backup.make({})).documents, 0);
    }

    void aDocumentThatIsNotWhatItWasHoldsUpNothingElse()
    {
        QVERIFY(QDir().mkpath(copy()));
        QCOMPARE(receiptOf(m_clerk->put(submission())).stage, std::string("durable"));
        const auto reference = m_clerk->upload(somePdf("altered"), "application/pdf", "a.pdf");
        const auto document = documentIn(m_gateway->folder(), reference["sha256"]);
        std::ofstream(document, std::ios::app | std::ios::binary) << "!";
        const auto unreadable = m_clerk->upload(somePdf("lost"), "application/pdf", "b.pdf");
        std::filesystem::remove(documentIn(m_gateway->folder(), unreadable["sha256"]));
        QVERIFY(!oneBackup().make({})); // nothing more is durable
        const auto documents = must(gateway::documentsIn(placed()));
        const auto isCopied = [this](const auto &one) { return exists(documentIn(copy(), one.sha256)); };
        QVERIFY(documents.size() > 2);
        QCOMPARE(std::size_t(std::ranges::count_if(documents, isCopied)), documents.size() - 2);
    }

    void onlyItsOwnerReadsIt()
    {
        QVERIFY(QDir().mkpath(copy()));
        QVERIFY(bool(oneBackup().make({})));
        for (const auto *name : {"gateway.db", "receipt.key", "ingest.key"}) {
            const auto permissions = QFile::permissions(copy() + QLatin1Char('/') + QLatin1String(name));
            QVERIFY2(!(permissions & (QFile::ReadGroup | QFile::ReadOther)), name);
        }
        QVERIFY(!QFile::exists(m_gateway->folder() + QStringLiteral("/gateway.db.copy")));
    }

    /// The copy is made beside the store first.
    void theStoresOwnDiskIsNotFilledUp()
    {
        if (!mayMount()) {
            return;
        }
        mountCopy(32);
        QVERIFY(QDir(copy()).mkdir(QStringLiteral("data")));
        const std::filesystem::path data = copy().toStdString() + "/data";
        const auto database = must(gateway::Database::open(data / "gateway.db"));
        gateway::Backup backup(*database, data, m_night->path().toStdString(), "epoch");
        QCOMPARE(backup.make({}).failure().key, std::string("backup.no-room"));
        QVERIFY(!std::filesystem::exists(data / "gateway.db.copy"));
    }

    void aFullDiskLeavesTheCopyOfBefore()
    {
        if (!mayMount()) {
            return;
        }
        mountCopy(2);
        m_gateway->keepSecondCopyIn(copy());
        const auto first = receiptOf(m_clerk->put(submission()));
        QTRY_COMPARE_WITH_TIMEOUT(watermark().durable, first.position, patience);
        SmallDisk::fill(copy());
        const auto second = receiptOf(m_clerk->put(submission()));
        QCOMPARE(second.stage, std::string("received"));
        QTRY_COMPARE_WITH_TIMEOUT(
            health()["backup"].value("problem", Json()), Json("backup.disk-full"), patience);
        QCOMPARE(watermark().durable, first.position);
        QCOMPARE(must(gateway::verifyCopy(placed())).position, first.position);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(copy() + QStringLiteral("/gateway.db.part")),
            patience); // another try may be under way just then
        SmallDisk::makeRoom(copy());
        QTRY_COMPARE_WITH_TIMEOUT(watermark().durable, second.position, patience);
    }

    /// What a stick that was pulled out leaves is an empty folder on the only disk.
    void aDiskThatWasPulledOutIsNoSecondOne()
    {
        if (!mayMount()) {
            return;
        }
        mountCopy(4);
        auto backup = oneBackup();
        QVERIFY(bool(backup.make({})));
        QVERIFY(!backup.isOnSameDisk());
        QVERIFY(SmallDisk::pull(copy()));
        m_isMounted = false;
        QCOMPARE(backup.make({}).failure().key, std::string("backup.away"));
        QCOMPARE(oneBackup().make({}).failure().key, std::string("backup.away")); // nor after a start
        QVERIFY(QDir(copy()).isEmpty());
    }

    void whatIsHalfWrittenTakesNoPlace()
    {
        QVERIFY(QDir().mkpath(copy()));
        const auto position = receiptOf(m_clerk->put(submission())).position;
        QVERIFY(bool(oneBackup().make({})));
        const auto before = must(platform::readFile(placed()));
        enlargeTheStore(8);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(oneBackup().make(stop.get_token()).failure().key, std::string("store.copy-ended"));
        QVERIFY(must(platform::readFile(placed())) == before);
        // As a kill leaves it.
        std::ofstream(placed().string() + ".part") << "half";
        std::ofstream(m_gateway->folder().toStdString() + "/gateway.db.copy") << "half";
        QCOMPARE(must(oneBackup().make({})).position, position);
        QCOMPARE(must(gateway::verifyCopy(placed())).position, position);
    }

    /// Whose disk died and who begins anew must not write over the only copy.
    void anotherGatewaysCopyIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(copy()));
        QVERIFY(bool(oneBackup().make({})));
        const auto before = must(platform::readFile(placed()));
        m_gateway = std::make_unique<RunningGateway>();
        QCOMPARE(oneBackup().make({}).failure().key, std::string("backup.other-gateway"));
        QVERIFY(must(platform::readFile(placed())) == before);
    }

    void aCopyPutBackIsANewEpochAndLosesNothingItHeld()
    {
        QVERIFY(QDir().mkpath(copy()));
        const auto held = submission();
        const auto before = receiptOf(m_clerk->put(held));
        QVERIFY(bool(oneBackup().make({})));
        const auto lost = submission();
        QCOMPARE(m_clerk->put(lost).status, 201);

        m_gateway->putBack(copy()); // nobody says --restored
        QVERIFY(watermark().epoch != before.epoch);
        const auto again = m_clerk->put(held);
        QCOMPARE(again.status, 200);
        QCOMPARE(receiptOf(again).position, before.position);
        QCOMPARE(receiptOf(again).epoch, watermark().epoch); // a position of the log as it is now
        QCOMPARE(m_clerk->put(lost).status, 201); // its documents are brought again where they are missing
        const auto epoch = watermark().epoch;
        m_gateway->restart();
        QCOMPARE(watermark().epoch, epoch);

        // The copy of before may hold more than was put back.
        QVERIFY(bool(oneBackup().make({})));
        QVERIFY(QFile::exists(
            copy() + QStringLiteral("/gateway-%1.db").arg(QString::fromStdString(before.epoch))));
        QCOMPARE(must(gateway::epochOfCopy(placed())), epoch);
    }

    void aCopyInTheDataFolderIsRefused()
    {
        m_gateway->stop();
        for (const auto *place : {"", "/copy"}) {
            const auto opened = m_gateway->open(
                gateway::LostKey::Refuse, gateway::BackupPlan{m_gateway->folder().toStdString() + place});
            QVERIFY(!opened);
            QCOMPARE(opened.failure().key, std::string("backup.inside-data"));
        }
    }

private:
    QString copy() const { return m_night->filePath(QStringLiteral("copy")); }
    std::filesystem::path placed() const { return copy().toStdString() + "/gateway.db"; }

    static std::filesystem::path documentIn(const QString &folder, const std::string &sha256)
    {
        return std::filesystem::path(folder.toStdString()) / "documents" / sha256.substr(0, 2) / sha256;
    }

    /// Says so where it may not.
    bool mayMount() const
    {
        if (!m_mayMount) {
            qInfo("Not tried: a disk of its own needs root or user namespaces.");
        }
        return m_mayMount;
    }
    void mountCopy(int mebibytes)
    {
        QVERIFY(QDir().mkpath(copy()));
        QVERIFY(SmallDisk::mount(copy(), mebibytes));
        m_isMounted = true;
    }

    /// Without the service's thread.
    gateway::Backup oneBackup()
    {
        auto &gateway = m_gateway->gateway();
        return {gateway.context().database, m_gateway->folder().toStdString(), copy().toStdString(),
            must(gateway.epoch())};
    }

    void enlargeTheStore(int mebibytes)
    {
        must(m_gateway->gateway().context().database.write<Done>(
            [mebibytes](Connection &connection) -> Result<Done> {
                connection.run("INSERT INTO settings VALUES('room', ?)",
                    std::string(std::size_t(mebibytes) * 1024 * 1024, 'x'));
                return Done{};
            }));
    }

    static std::string oneText(Connection &connection, std::string_view sql)
    {
        auto query = connection.query(sql);
        return query.next() ? query.text(0) : std::string("nothing");
    }

    Json submission()
    {
        return m_clerk->operation(
            "case.submit", newId(), hotelSubmission(*m_gateway, *m_clerk, {"HT-01", "HT-02"}));
    }
    static wire::Receipt receiptOf(const Response &response)
    {
        return must(wire::receiptFromJson(response.json()));
    }
    wire::Watermark watermark()
    {
        return must(wire::watermarkFromJson(
            m_clerk->http().get("/v1/devices/" + m_clerk->device() + "/watermark").json()));
    }
    Json health() { return m_clerk->http().get("/v1/health").json(); }
    bool isSigned(const std::string &text, const std::string &signature)
    {
        return seal::makeSodiumSuite()->verify(
            *seal::fromBase64(m_gateway->gateway().receiptKey()), text, *seal::fromBase64(signature));
    }

    std::unique_ptr<QTemporaryDir> m_night;
    std::unique_ptr<RunningGateway> m_gateway;
    Person *m_clerk = nullptr;
    bool m_mayMount;
    bool m_isMounted = false;
};

int main(int argc, char **argv)
{
    const bool mayMount = enterOwnMounts(); // before there are threads
    QCoreApplication application(argc, argv);
    BackupTest backupTest(mayMount);
    return QTest::qExec(&backupTest, argc, argv);
}
#include "tst_backup.moc"
