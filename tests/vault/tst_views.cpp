#include "vaultfixture.h"

#include "support/jsoninmessages.h"
#include "vault/sql/database.h"

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

casework::CaseFile viewOf(const std::string &id, const std::string &idNumber)
{
    casework::CaseFile file = view(id, 1, "QS-" + id.substr(id.size() - 1));
    file.applicant = {{"name", "张伟"}, {"idNo", idNumber}};
    return file;
}

using Ids = std::vector<std::string>;

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

    void aPersonsAreFoundByTheWholeNumberOnTheirCard_data()
    {
        QTest::addColumn<std::string>("kept");
        QTest::addColumn<std::string>("sought");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("as it stands")
            << std::string("11010519491231002X") << std::string("11010519491231002X") << true;
        QTest::newRow("small x, spaces")
            << std::string("11010519491231002X") << std::string(" 110105 19491231 002x") << true;
        QTest::newRow("of the old form")
            << std::string("11010519491231002X") << std::string("110105491231002") << true;
        QTest::newRow("kept in the old form")
            << std::string("110105491231002") << std::string("11010519491231002X") << true;
        QTest::newRow("passport") << std::string("E12345678") << std::string("e12345678") << true;
        QTest::newRow("not the whole")
            << std::string("11010519491231002X") << std::string("110105194912310") << false;
        QTest::newRow("another's") << std::string("11010519491231002X") << std::string("110101199003074610")
                                   << false;
        QTest::newRow("nobody's") << std::string() << std::string() << false;
    }
    void aPersonsAreFoundByTheWholeNumberOnTheirCard()
    {
        QFETCH(const std::string, kept);
        QFETCH(const std::string, sought);
        QFETCH(const bool, isFound);
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews(
            {viewOf(caseOne, kept), viewOf(caseTwo, "370102198805061234")}, {0, 1}))));
        QCOMPARE(*awaited(fixture.vault->casesOfPerson(sought)), isFound ? Ids{caseOne} : Ids{});
    }

    void aPersonsAreFoundByTheirOperatorAlone()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        const std::string number = "11010519491231002X";
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({viewOf(caseOne, number)}, {0, 1}))));
        QVERIFY(bool(awaited(fixture.vault->lock())));
        QCOMPARE(failureKey(awaited(fixture.vault->casesOfPerson(number))), QStringLiteral("vault.locked"));
        QVERIFY(bool(fixture.enrol("lixia", "other password")));
        QCOMPARE(*awaited(fixture.vault->casesOfPerson(number)), Ids{});
    }

    /// Also by what a hall sealed with before, and by a password of before.
    void aPersonsAreFoundWhateverTheyWereKeptBy()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        const std::string number = "11010519491231002X";
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({viewOf(caseOne, number)}, {0, 1}))));
        QVERIFY(bool(awaited(fixture.vault->useSuite("shangmi"))));
        QVERIFY(*fixture.enrol("wangxm", "battery staple") == vault::Enrolment::Rewrapped);
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({viewOf(caseTwo, number)}, {1, 2}))));
        QCOMPARE(awaited(fixture.vault->casesOfPerson(number))->size(), std::size_t(2));
    }

    void whatWasKeptBeforeThereWasAnIndexIsFoundOnceItHasBeenSeen()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        const std::string number = "11010519491231002X";
        QVERIFY(bool(awaited(fixture.vault->keepCaseViews({viewOf(caseOne, number)}, {0, 1}))));
        fixture.close();
        {
            const auto database = vault::Database::open(fixture.path(QStringLiteral("vault.db")));
            QVERIFY(database && (*database)->run("DELETE FROM case_person"));
        }
        QCOMPARE(fixture.reopen(), QString());
        QVERIFY(bool(fixture.unlock()));
        QCOMPARE(*awaited(fixture.vault->casesOfPerson(number)), Ids{});
        QCOMPARE(awaited(fixture.vault->caseViews())->size(), std::size_t(1));
        QCOMPARE(*awaited(fixture.vault->casesOfPerson(number)), Ids{caseOne});
    }

    void whatIsStillToLeaveIsFoundToo()
    {
        test::VaultFixture fixture;
        QCOMPARE(fixture.open(), QString());
        QVERIFY(bool(fixture.enrol()));
        QVERIFY(bool(awaited(fixture.vault->saveDraft(test::VaultFixture::draft()))));
        auto submission = test::VaultFixture::operation();
        submission.body["applicant"] = {{"name", "张伟"}, {"idNo", "11010519491231002X"}};
        QVERIFY(bool(awaited(fixture.vault->enqueue(submission))));
        QCOMPARE(*awaited(fixture.vault->casesOfPerson("11010519491231002x")), Ids{caseOne});
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
