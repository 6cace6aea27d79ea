#include "support/jsoninmessages.h"
#include "support/smalldisk.h"
#include "vaultfixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;
using test::SmallDisk;

/// A disk that takes nothing any more, on a real one that is full, read-only or pulled out.
class FullDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::VaultFixture>();
        QVERIFY(SmallDisk::mount(disk(), 4));
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->enrol()));
        QVERIFY(bool(awaited(m_fixture->vault->saveDraft(test::VaultFixture::draft()))));
        SmallDisk::fill(disk());
    }
    void cleanup()
    {
        m_fixture->close();
        QVERIFY(SmallDisk::pull(disk()));
    }

    void aFullDiskIsToldAndGoneOnFromWhenThereIsRoom()
    {
        QSignalSpy troubled(m_fixture->vault.get(), &vault::Vault::troubled);
        QSignalSpy recovered(m_fixture->vault.get(), &vault::Vault::recovered);
        QCOMPARE(failUntilFull(), QStringLiteral("vault.disk-full"));
        QVERIFY(troubled.count() > 0);
        QVERIFY(bool(awaited(m_fixture->vault->draft(caseOne)))); // what was saved can be read
        QVERIFY(!awaited(m_fixture->vault->tryAgain()));
        QCOMPARE(recovered.count(), 0);
        SmallDisk::makeRoom(disk());
        QVERIFY(bool(awaited(m_fixture->vault->tryAgain())));
        QCOMPARE(recovered.count(), 1);
        QVERIFY(
            bool(awaited(m_fixture->vault->saveField(test::VaultFixture::edit("last", "there is room")))));
        QCOMPARE(m_fixture->reopen(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        QCOMPARE(awaited(m_fixture->vault->draft(caseOne))->values["last"], Json("there is room"));
    }

    void aDocumentThatDidNotFitLeavesNothingBehind()
    {
        const auto before = documents();
        const auto stored = awaited(
            m_fixture->vault->storeDocument(caseOne, QByteArray(300'000, 'x'), {"image/png", "a", 1}));
        QCOMPARE(failureKey(stored), QStringLiteral("vault.disk-full"));
        QCOMPARE(documents(), before);
        SmallDisk::makeRoom(disk());
        QVERIFY(bool(awaited(
            m_fixture->vault->storeDocument(caseOne, QByteArray(300'000, 'x'), {"image/png", "a", 1}))));
    }

    void howMuchRoomIsLeft()
    {
        QVERIFY(*awaited(m_fixture->vault->roomLeft()) == 0);
        SmallDisk::makeRoom(disk());
        QVERIFY(*awaited(m_fixture->vault->roomLeft()) > 1024 * 1024);
    }

    void aDiskThatCanOnlyBeReadIsSaidToBeOne()
    {
        SmallDisk::makeRoom(disk());
        m_fixture->close();
        QVERIFY(SmallDisk::setReadOnly(disk()));
        m_fixture->make();
        QCOMPARE(m_fixture->open(), QStringLiteral("vault.read-only"));
        QCOMPARE(failureKey(awaited(m_fixture->vault->putAside())), QStringLiteral("vault.wrong-state"));
        QVERIFY(SmallDisk::setWritable(disk()));
        QCOMPARE(m_fixture->open(), QString());
        QVERIFY(bool(m_fixture->unlock()));
        QVERIFY(bool(awaited(m_fixture->vault->draft(caseOne))));
    }

    void aStickThatIsPulledOutWhileItIsWritten()
    {
        SmallDisk::makeRoom(disk());
        const QTemporaryDir stick;
        QVERIFY(SmallDisk::mount(stick.path(), 4));
        const auto gateway = seal::makeSodiumSuite()->makeSealingPair();
        QVERIFY(bool(awaited(m_fixture->vault->keepGatewayKey(gateway.publicKey))));
        QVERIFY(bool(awaited(m_fixture->vault->setMirror(stick.path()))));
        QVERIFY(bool(awaited(m_fixture->vault->enqueue(test::VaultFixture::operation()))));
        QVERIFY(bool(awaited(m_fixture->vault->followMirror()))); // in its turn
        QVERIFY(awaited(m_fixture->vault->copies())->areTwo());
        SmallDisk::fill(stick.path()); // at first it is full, in the middle of a record
        QVERIFY(bool(awaited(m_fixture->vault->enqueue(longOperation()))));
        QVERIFY(bool(awaited(m_fixture->vault->followMirror())));
        auto copies = awaited(m_fixture->vault->copies());
        QCOMPARE(copies->standing.mirrorProblem->key, std::string("spool.disk-full"));
        QVERIFY(SmallDisk::pull(stick.path()));
        QVERIFY(bool(awaited(m_fixture->vault->followMirror())));
        copies = awaited(m_fixture->vault->copies());
        QCOMPARE(copies->standing.mirrorProblem->key, std::string("spool.away"));
        QVERIFY(QDir(stick.path()).isEmpty()); // nothing is written where the stick was
        QCOMPARE(copies->spooled, 2);
    }

private:
    QString disk() const { return m_fixture->folder.path(); }
    QStringList documents() const
    {
        return QDir(m_fixture->path(QStringLiteral("documents"))).entryList(QDir::Files);
    }
    /// The log has room in it yet: fields are left until it has none.
    QString failUntilFull()
    {
        for (int count = 0; count < 200; ++count) {
            const auto saved = awaited(m_fixture->vault->saveField(
                test::VaultFixture::edit("long", std::string(30'000, char('a' + count % 26)))));
            if (!saved)
                return failureKey(saved);
        }
        return {};
    }
    static vault::NewOperation longOperation()
    {
        auto operation = test::VaultFixture::operation("case.submit", caseTwo);
        operation.body["values"]["long"] = std::string(50'000, 'x');
        return operation;
    }

    std::unique_ptr<test::VaultFixture> m_fixture;
};

int main(int argc, char **argv)
{
    if (!test::enterOwnMounts()) {
        std::puts("Not tried: a disk of its own needs root or user namespaces.");
        return 0;
    }
    QCoreApplication application(argc, argv);
    FullDiskTest fullDiskTest;
    return QTest::qExec(&fullDiskTest, argc, argv);
}
#include "tst_fulldisk.moc"
