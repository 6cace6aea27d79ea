#include "vaultfixture.h"

#include "support/jsoninmessages.h"

#include <QSignalSpy>
#include <QTest>

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
            {{"text", "x"}}, {}, {}});
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
        QVERIFY(bool(awaited(
            fixture.vault->keepCaseViews({view(caseOne, 1, "QS-1"), view(caseTwo, 1, "QS-2")}, {0, 12}))));
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
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 5, "later")}, {0, 2}))));
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 4, "earlier")}, {2, 3}))));
        QCOMPARE(awaited(fixture.vault->caseView(caseOne))->number, std::string("later"));
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 5, "as late")}, {3, 3}))));
        QCOMPARE(awaited(fixture.vault->caseView(caseOne))->number, std::string("as late"));
    }

    void whatIsBegunIsKeptUntilTheMatterIsDecided()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        const Json begun{{"reason", "章不清楚"}};
        QVERIFY(bool(awaited(fixture.vault->keepUnfinished(caseOne, "HT-01", "decision", begun))));
        QVERIFY(bool(awaited(fixture.vault->keepUnfinished(caseOne, "HT-02", "decision", begun))));
        QVERIFY(bool(awaited(fixture.vault->keepUnfinished(caseOne, "HT-02", "review", {{"P1", true}}))));
        QCOMPARE(fixture.reopen(), QString());
        QCOMPARE(failureKey(awaited(fixture.vault->unfinished(caseOne, "HT-01", "decision"))),
            QStringLiteral("vault.locked"));
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(*awaited(fixture.vault->unfinished(caseOne, "HT-01", "decision")), begun);
        casework::CaseFile decided = view(caseOne, 1, "QS-1");
        decided.subCases["HT-01"].state = casework::SubCaseState::Approved;
        decided.subCases["HT-02"].state = casework::SubCaseState::Accepted;
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({decided}, {0, 1}))));
        QCOMPARE(*awaited(fixture.vault->unfinished(caseOne, "HT-01", "decision")), Json());
        QCOMPARE(*awaited(fixture.vault->unfinished(caseOne, "HT-02", "decision")), begun);
        QVERIFY(bool(awaited(fixture.vault->keepUnfinished(caseOne, "HT-02", "decision", Json()))));
        QCOMPARE(*awaited(fixture.vault->unfinished(caseOne, "HT-02", "decision")), Json());
        QCOMPARE(*awaited(fixture.vault->unfinished(caseOne, "HT-02", "review")), (Json{{"P1", true}}));
    }

    void eachOperatorHasTheirOwn()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 1, "whole")}, {0, 12}))));
        QVERIFY(bool(fixture.enrol("lixia", "other password")));
        QCOMPARE(*awaited(fixture.vault->changesCursor()), quint64(0));
        QVERIFY(awaited(fixture.vault->caseViews())->empty());
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({view(caseOne, 1, "part")}, {0, 5}))));
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(awaited(fixture.vault->caseView(caseOne))->number, std::string("whole"));
        QCOMPARE(*awaited(fixture.vault->changesCursor()), quint64(12));
    }
};

QTEST_GUILESS_MAIN(ViewsTest)
#include "tst_views.moc"
