#include "vaultfixture.h"

#include <QtTest>

using namespace quanke;
using test::awaited;
using test::caseOne;
using test::caseTwo;
using test::failureKey;

namespace {

casework::CaseFile view(const std::string &id, int acts, const std::string &number)
{
    casework::CaseFile file;
    file.id = id;
    file.number = number;
    for (int i = 0; i < acts; ++i) {
        file.history.push_back({"0193a001-0000-7000-8000-00000000000" + std::to_string(i), "case.note",
            "device", 1, {}, "wangxm", casework::Environment::Production, "2026-11-21T01:00:00.000Z", id,
            {{"text", "x"}}});
    }
    return file;
}

} // namespace

class ViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areThereWithoutTheGateway()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QSignalSpy changed(fixture.vault.get(), &vault::Vault::casesChanged);
        QCOMPARE(*awaited(fixture.vault->changesCursor()), quint64(0));
        QVERIFY(bool(
            awaited(fixture.vault->keepCaseViews({view(caseOne, 1, "QS-1"), view(caseTwo, 1, "QS-2")}, 12))));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(*awaited(fixture.vault->changesCursor()), quint64(12));
        QCOMPARE(awaited(fixture.vault->caseView(caseOne))->number, std::string("QS-1"));
        QCOMPARE(awaited(fixture.vault->caseViews())->size(), std::size_t(2));
        QCOMPARE(failureKey(awaited(fixture.vault->caseView("other"))), QStringLiteral("vault.unknown-case"));
    }

    void neverGoBack()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 5, "later")}, 2))));
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 4, "earlier")}, 3))));
        QCOMPARE(awaited(fixture.vault->caseView(caseOne))->number, std::string("later"));
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 5, "as late")}, 3))));
        QCOMPARE(awaited(fixture.vault->caseView(caseOne))->number, std::string("as late"));
    }

    void marksAreKeptUntilTheMatterIsDecided()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        const casework::ReviewMarks marks{1, {{"P1", true}, {"P2", false}}};
        QVERIFY(bool(awaited(fixture.vault->keepReviewMarks(caseOne, "HT-01", marks))));
        QVERIFY(bool(awaited(fixture.vault->keepReviewMarks(caseOne, "HT-02", marks))));
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(failureKey(awaited(fixture.vault->reviewMarks(caseOne, "HT-01"))),
            QStringLiteral("vault.locked"));
        QVERIFY(bool(fixture.unlock()));
        QVERIFY(*awaited(fixture.vault->reviewMarks(caseOne, "HT-01")) == marks);
        casework::CaseFile decided = view(caseOne, 1, "QS-1");
        decided.subCases["HT-01"].state = casework::SubCaseState::Approved;
        decided.subCases["HT-02"].state = casework::SubCaseState::Accepted;
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({decided}, 1))));
        QVERIFY(awaited(fixture.vault->reviewMarks(caseOne, "HT-01"))->met.empty());
        QVERIFY(*awaited(fixture.vault->reviewMarks(caseOne, "HT-02")) == marks);
        QVERIFY(bool(awaited(fixture.vault->keepReviewMarks(caseOne, "HT-02", {1, {}}))));
        QVERIFY(awaited(fixture.vault->reviewMarks(caseOne, "HT-02"))->met.empty());
    }

    void eachOperatorHasTheirOwn()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 1, "whole")}, 12))));
        QVERIFY(bool(fixture.enrol("lixia", "other password")));
        QCOMPARE(*awaited(fixture.vault->changesCursor()), quint64(0));
        QVERIFY(awaited(fixture.vault->caseViews())->empty());
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 1, "part")}, 5))));
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(awaited(fixture.vault->caseView(caseOne))->number, std::string("whole"));
        QCOMPARE(*awaited(fixture.vault->changesCursor()), quint64(12));
    }
};

QTEST_GUILESS_MAIN(ViewsTest)
#include "tst_views.moc"
