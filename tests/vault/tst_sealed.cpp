#include "vaultfixture.h"

#include "support/jsoninmessages.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QIODevice>
#include <QTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::failureKey;
using test::VaultFixture;

/// Plants names and numbers everywhere a person's data can get in, and looks for them in every file of the
/// vault.
class SealedTest : public QObject {
    Q_OBJECT

private:
    static QStringList filesWith(const QString &folder, const QByteArray &canary)
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(canary)) {
                found += file.fileName();
            }
        }
        return found;
    }

    static void fill(vault::Vault &vault)
    {
        auto draft = VaultFixture::draft();
        draft.title = "金丝雀题";
        draft.values = {{"operator/person.name", "金丝雀名"}};
        draft.sources = {{"operator/person.name", "金丝雀源"}};
        draft.focusedKey = "operator/canary.key";
        QVERIFY(bool(awaited(vault.saveDraft(draft))));
        QVERIFY(
            bool(awaited(vault.saveField(VaultFixture::edit("operator/person.idNo", "409900199001019999")))));
        const auto stored = awaited(vault.storeDocument(caseOne,
            QByteArray("scan of 409900199001018888").repeated(9000), {"image/png", "金丝雀照片.png", 1}));
        QVERIFY(bool(stored));
        auto wanted = VaultFixture::operation();
        wanted.title = "金丝雀题";
        wanted.body = {{"applicant", {{"name", "金丝雀名"}, {"idNo", "409900199001019999"}}},
            {"MH01", {vault::fileReference(*stored)}}};
        const auto operation = awaited(vault.enqueue(wanted));
        QVERIFY(bool(operation));
        QVERIFY(
            bool(awaited(vault.markRefused(operation->id, {"case.invalid", {{"name", "金丝雀错"}}, {}}))));
        casework::CaseFile view;
        view.id = caseOne;
        view.applicant = {{"name", "金丝雀看"}, {"idNo", "409900199001017777"}};
        QVERIFY(bool(awaited(vault.keepCaseViews({view}, {0, 7}))));
    }

private Q_SLOTS:
    void nothingPersonalIsReadable()
    {
        VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol("wangxm", "correct horse")));
        fill(*fixture.vault);
        const QString folder = fixture.setup().folder;
        const QList<QByteArray> canaries{
            "金丝雀", "canary.key", "4099001990010", "王小满", "correct horse", "scan of"};
        for (const auto &moment : {QStringLiteral("open"), QStringLiteral("closed")}) {
            for (const QByteArray &canary : canaries) {
                QVERIFY2(filesWith(folder, canary).isEmpty(), qPrintable(moment + QString::fromUtf8(canary)));
            }
            QVERIFY(!filesWith(folder, "wangxm").isEmpty()); // the search does find what is there
            fixture.close();
        }
    }

    void theKeysAreNotThereEither()
    {
        VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        fill(*fixture.vault);
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(failureKey(awaited(fixture.vault->caseView(caseOne))), QStringLiteral("vault.locked"));
        QCOMPARE(failureKey(awaited(fixture.vault->caseViews())), QStringLiteral("vault.locked"));
        QCOMPARE(failureKey(awaited(fixture.vault->draft(caseOne))), QStringLiteral("vault.locked"));
        QVERIFY(awaited(fixture.vault->outgoing("wangxm"))->empty());
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(awaited(fixture.vault->caseView(caseOne))->applicant.at("name"), Json("金丝雀看"));
    }
};

QTEST_GUILESS_MAIN(SealedTest)
#include "tst_sealed.moc"
