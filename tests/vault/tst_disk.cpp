#include "vaultfixture.h"

#include <QDir>
#include <QTest>

#include <cstdint>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

using namespace quanke;

namespace {

std::uint32_t pretended = 0; // the kind of every disk; 0: what it is

} // namespace

/// In the place of the system's, for this program.
extern "C" int statfs(const char *path, struct statfs *told) noexcept
{
    const auto outcome = int(::syscall(SYS_statfs, path, told));
    if (outcome == 0 && pretended != 0) {
        told->f_type = decltype(told->f_type)(pretended);
    }
    return outcome;
}

/// On what disks a store may lie.
class DiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { pretended = 0; }

    void whatCannotKeepItsWordIsRefusedWithTheReason_data()
    {
        QTest::addColumn<quint32>("kind");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("ext4") << quint32(0xef53) << QString();
        QTest::newRow("btrfs") << quint32(0x9123683e) << QString();
        QTest::newRow("FAT") << quint32(0x4d44) << QStringLiteral("vault.fat-disk");
        QTest::newRow("exFAT") << quint32(0x2011bab0) << QStringLiteral("vault.fat-disk");
        QTest::newRow("NFS") << quint32(0x6969) << QStringLiteral("vault.network-disk");
        QTest::newRow("SMB") << quint32(0xff534d42) << QStringLiteral("vault.network-disk");
        QTest::newRow("SMB 2") << quint32(0xfe534d42) << QStringLiteral("vault.network-disk");
    }

    void whatCannotKeepItsWordIsRefusedWithTheReason()
    {
        QFETCH(quint32, kind);
        QFETCH(QString, outcome);
        pretended = kind;
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), outcome);
        const bool isBegun = QFile::exists(fixture.path(QStringLiteral("vault.db")));
        QCOMPARE(isBegun, outcome.isEmpty()); // nothing is begun there
    }

    void aStoreThatWasMovedThereIsLeftAsItIs()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(test::awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        pretended = 0x6969;
        QCOMPARE(fixture.reopen(), QStringLiteral("vault.network-disk"));
        pretended = 0; // and moved back
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(test::awaited(fixture.vault->drafts())->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(DiskTest)
#include "tst_disk.moc"
