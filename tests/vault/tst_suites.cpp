#include "vault/sql/database.h"
#include "vault/vaultfixture.h"

#include <QTest>

using namespace quanke;
using namespace quanke::test;

/// What a vault seals with is the hall's to say.
class VaultSuitesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAnotherSuiteHasSealedStaysReadable()
    {
        VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(VaultFixture::draft()))));
        QVERIFY(bool(awaited(fixture.vault->storeDocument(caseOne, "a paper", {}))));
        QVERIFY(bool(awaited(fixture.vault->useSuite("shangmi"))));
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(VaultFixture::draft(caseTwo)))));
        QVERIFY(bool(awaited(fixture.vault->storeDocument(caseTwo, "another", {}))));

        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        for (const auto &caseId : {caseOne, caseTwo}) {
            QVERIFY(bool(awaited(fixture.vault->draft(caseId))));
            const auto documents = awaited(fixture.vault->documents(caseId));
            QVERIFY(documents && documents->size() == 1);
            QVERIFY(bool(awaited(fixture.vault->readDocument(caseId, documents->front().sha256))));
        }
        fixture.close();
        QCOMPARE(suitesOf(fixture, caseOne), QStringLiteral("01"));
        QCOMPARE(suitesOf(fixture, caseTwo), QStringLiteral("02"));
    }

    void oneThatNobodyKnowsIsRefused()
    {
        VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        const auto refused = awaited(fixture.vault->useSuite("rot13"));
        QCOMPARE(failureKey(refused), QStringLiteral("vault.unknown-suite"));
    }

private:
    static QString suitesOf(const VaultFixture &fixture, const std::string &caseId)
    {
        const auto database = vault::Database::open(fixture.path(QStringLiteral("vault.db")));
        const auto row = (*database)->row(
            "SELECT hex(substr(body, 1, 1)) FROM draft WHERE case_id = ?", {vault::text(caseId)});
        return row && *row ? (*row)->at(0).toString() : QString();
    }
};

QTEST_GUILESS_MAIN(VaultSuitesTest)
#include "tst_suites.moc"
