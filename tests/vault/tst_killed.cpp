#include "vaultfixture.h"

#include <QProcess>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;

/// A desk killed while it writes: what it said to be kept is there, and at most the field in hand is lost.
class KilledTest : public QObject {
    Q_OBJECT

private:
    /// Runs the writer until it has kept some fields, kills it, and gives the last number it told.
    static int writeAndKill(const QString &folder, int fields)
    {
        QProcess writer;
        writer.start(QStringLiteral(QUANKE_BINARY_DIR "/tests/vault_writer"), {folder});
        QByteArray told;
        const bool enough = test::waitFor(
            [&] {
                told += writer.readAllStandardOutput();
                return told.count('\n') >= fields;
            },
            std::chrono::seconds(30));
        writer.kill();
        writer.waitForFinished();
        told += writer.readAllStandardOutput();
        const auto lines = told.left(told.lastIndexOf('\n')).split('\n');
        return enough && writer.exitStatus() == QProcess::CrashExit ? lines.last().toInt() : -1;
    }

private Q_SLOTS:
    void losesAtMostTheFieldInHand()
    {
        test::VaultFixture fixture;
        fixture.close();
        for (int round = 1; round <= 12; ++round) {
            const int told = writeAndKill(fixture.setup().folder, 1 + round * 3);
            QVERIFY(told > 0);
            fixture.make();
            QCOMPARE(fixture.open(), QString());
            QVERIFY(bool(fixture.unlock()));
            const auto draft = awaited(fixture.vault->draft(caseOne));
            QVERIFY(bool(draft));
            const int kept = draft->values.at("count");
            QVERIFY2(kept == told || kept == told + 1,
                qPrintable(QStringLiteral("told %1, kept %2").arg(told).arg(kept)));
            QCOMPARE(draft->focusedKey, "key/" + std::to_string(kept % 40)); // and at the very field
            const auto documents = awaited(fixture.vault->documents(caseOne));
            QVERIFY(bool(documents));
            for (const auto &document : *documents) {
                QVERIFY(bool(awaited(fixture.vault->readDocument(caseOne, document.sha256))));
            }
            fixture.close();
        }
    }
};

QTEST_GUILESS_MAIN(KilledTest)
#include "tst_killed.moc"
