#include "hotelcase.h"

#include "support/jsoninmessages.h"

using namespace quanke;
using namespace quanke::casework;
using namespace quanke::test;

namespace {

const std::vector<std::string> allThirteen{"HT-01", "HT-02", "HT-03", "HT-04", "HT-05", "HT-06", "HT-07",
    "HT-08", "HT-09", "HT-10", "HT-11", "HT-12", "HT-13"};

} // namespace

class CaseFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mattersThatNeedAResultWaitForIt()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit(allThirteen), none);
        QCOMPARE(hotel.stateOf("HT-01"), std::string("received"));
        QCOMPARE(hotel.stateOf("HT-08"), std::string("received")); // needs HT-01 softly
        QCOMPARE(hotel.stateOf("HT-02"), std::string("waiting"));
        QCOMPARE(hotel.of("HT-03").waitsFor, (std::vector<std::string>{"HT-01", "HT-05"}));
        QCOMPARE(hotel.of("HT-02").receivedAt, none);
    }

    void aProviderThatIsNotTickedIsNotWaitedFor()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-05", "HT-02"}), none);
        QCOMPARE(hotel.stateOf("HT-02"), std::string("received"));
        QCOMPARE(
            hotel.file().ticked, (std::vector<std::string>{"HT-02", "HT-05"})); // as the bundle lists them
    }

    void answersNotGivenTakeTheirDefaults()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, {{"tenure", "owned"}}), none);
        QCOMPARE(hotel.file().answers.at("tenure"), std::string("owned"));
        QVERIFY(!hotel.file().answers.at("fireMode").empty());
    }

    void anApprovalCarriesItsResultOn()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit(allThirteen), none);
        const Json document{{"sha256", std::string(64, 'b')}, {"mediaType", "application/pdf"}, {"size", 9},
            {"name", "营业执照.pdf"}};
        QCOMPARE(hotel.approve("HT-01", licence, document), none);
        QCOMPARE(hotel.stateOf("HT-01"), std::string("approved"));
        QCOMPARE(hotel.file().values["org/org.uscc"], Json("91409900MA0000001X"));
        QCOMPARE(hotel.file().values["MH10"], Json::array({document})); // the material that HT-01 produces
        QCOMPARE(hotel.stateOf("HT-02"), std::string("received"));
        QVERIFY(!hotel.of("HT-02").receivedAt.empty());
        QCOMPARE(hotel.of("HT-03").waitsFor, (std::vector<std::string>{"HT-05"}));
        QCOMPARE(hotel.stateOf("HT-03"), std::string("waiting"));
    }

    void oneRefusalDoesNotSinkTheRest()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01", "HT-03", "HT-05", "HT-08"}), none);
        QCOMPARE(hotel.approve("HT-01", licence), none);
        QCOMPARE(hotel.refuse("HT-05"), none);
        QCOMPARE(hotel.stateOf("HT-03"), std::string("waiting"));
        QCOMPARE(hotel.of("HT-03").blockedBy, (std::vector<std::string>{"HT-05"}));
        QCOMPARE(hotel.of("HT-05").reason, std::string("不齐"));
        QVERIFY(!isFinished(hotel.file()));
        QCOMPARE(hotel.accept("HT-08"), none);
        QCOMPARE(hotel.deny("HT-08"), none);
        QCOMPARE(hotel.issue({"HT-01"}), none);
        QVERIFY(isFinished(hotel.file()));
    }

    void whatNeedsSomethingBlockedIsBlockedBecauseOfTheSame()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit(allThirteen), none);
        QCOMPARE(hotel.deny("HT-01"), none);
        QCOMPARE(hotel.of("HT-05").blockedBy, (std::vector<std::string>{"HT-01"}));
        QCOMPARE(hotel.of("HT-03").blockedBy, (std::vector<std::string>{"HT-01"}));
        QCOMPARE(hotel.of("HT-08").blockedBy, (std::vector<std::string>{}));
    }

    void aCorrectionNamesWhatMayBeSupplemented()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{"operator/person.mobile", "1"}}), none);
        QCOMPARE(hotel.requestCorrection("HT-01", "hotel/no.such.key"), std::string("operation.unknown-key"));
        QCOMPARE(hotel.requestCorrection("HT-01", "operator/person.mobile"), none);
        QCOMPARE(hotel.of("HT-01").correction.front().reason, std::string("看不清"));
        QCOMPARE(hotel.accept("HT-01"), std::string("operation.wrong-state"));
        const auto other = HotelCase::clerk("liqh");
        QCOMPARE(hotel.act(
                     "subcase.supplement", {{"matter", "HT-01"}, {"values", {{"org/org.name", "x"}}}}, other),
            std::string("operation.unknown-key"));
        QCOMPARE(hotel.act("subcase.supplement",
                     {{"matter", "HT-01"}, {"values", {{"operator/person.mobile", "2"}}}}, other),
            none);
        QCOMPARE(hotel.stateOf("HT-01"), std::string("supplemented"));
        QCOMPARE(hotel.file().values["operator/person.mobile"], Json("2"));
        QVERIFY(hotel.of("HT-01").correction.empty());
        QCOMPARE(hotel.accept("HT-01"), none);
    }

    void instantMattersAreDecidedOnTheSpotAndCommittedOnesOnceAccepted()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01", "HT-05"}, {{"fireMode", "ordinary"}}), none);
        QCOMPARE(hotel.approve("HT-01", licence), none); // instant
        QCOMPARE(hotel.of("HT-01").acceptedAt, hotel.of("HT-01").decidedAt);
        QCOMPARE(hotel.approve("HT-05"), std::string("operation.wrong-state")); // committed under this answer
        QCOMPARE(hotel.accept("HT-05"), none);
        QCOMPARE(hotel.approve("HT-05"), none);
    }

    void whoReceivedOrEditedTheCaseDoesNotDecideIt()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}), none);
        Actor both = hotel.approverOf("HT-01");
        both.operatorName = "wangxm"; // who submitted
        both.roles.insert(Role::Clerk);
        QCOMPARE(hotel.act("subcase.decide", hotel.decision("HT-01", "approved", licence, nullptr), both),
            std::string("operation.same-person"));
        QCOMPARE(hotel.act("subcase.refuse", {{"matter", "HT-01"}, {"reason", "r"}, {"clause", "c"}}, both),
            std::string("operation.same-person"));
    }

    void whoFilledItAndHandedItOnByAFileDoesNotDecideItEither()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}), none);
        const Json handing{{"actor", "liqh"}, {"window", "2"}, {"at", "2026-11-21T00:30:00.000Z"}};
        auto file = hotel.file();
        QVERIFY(!hasWorkedOnContent(file, "liqh"));
        file.history.front().body["handings"] = Json::array({handing});
        QVERIFY(hasWorkedOnContent(file, "liqh"));
        QVERIFY(!hasWorkedOnContent(file, "sp"));
    }

    void whoHasDecidedEditsNothingOfTheCase()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01", "HT-08"}), none);
        Actor both = hotel.approverOf("HT-01");
        both.roles.insert(Role::Clerk);
        both.roles.insert(Role::Supervisor);
        const Json attest{{"sha256", std::string(64, 'a')}, {"statement", "original-seen"}};
        QCOMPARE(hotel.act("document.attest", attest, both), std::string("operation.unknown-key"));
        QCOMPARE(
            hotel.act("subcase.decide", hotel.decision("HT-01", "approved", licence, nullptr), both), none);
        QCOMPARE(hotel.act("document.attest", attest, both), std::string("operation.same-person"));
        QCOMPARE(hotel.act("subcase.supplement", {{"matter", "HT-08"}, {"values", Json::object()}}, both),
            std::string("operation.same-person"));
        QCOMPARE(hotel.act("case.note", {{"text", "seen"}}, both), none); // which edits nothing
    }

    void onlyTheOwnDepartmentActs()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01", "HT-08"}), none);
        const auto other = hotel.approverOf("HT-08");
        QCOMPARE(hotel.act("subcase.accept", {{"matter", "HT-01"}}, other),
            std::string("operation.wrong-department"));
        QCOMPARE(hotel.act("subcase.accept", {{"matter", "HT-02"}}, other),
            std::string("operation.unknown-matter"));
    }

    void everyKindNeedsItsRole_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"case.submit", "document.attest", "subcase.accept",
                 "subcase.requestCorrection", "subcase.supplement", "subcase.refuse", "subcase.decide",
                 "result.issue", "case.note", "case.resolve", "case.handOver"}) {
            QTest::newRow(kind) << QByteArray(kind);
        }
    }

    void everyKindNeedsItsRole()
    {
        QFETCH(QByteArray, kind);
        for (const Role role : {Role::Trainer, Role::FormAuthor, Role::Administrator, Role::Auditor}) {
            HotelCase hotel(m_catalogue);
            const Actor actor{"x", {role}, {}};
            QCOMPARE(
                hotel.act(kind.toStdString(), Json::object(), actor), std::string("operation.not-allowed"));
        }
    }

    void nobodyActsInTheNameOfAnother()
    {
        HotelCase hotel(m_catalogue);
        auto operation = HotelCase::operation("case.note", {{"text", "t"}}, HotelCase::clerk("liqh"));
        QCOMPARE(hotel.act(operation, HotelCase::clerk("wangxm")), std::string("operation.other-actor"));
    }

    void practiceAndProductionDoNotMix()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}), none);
        auto operation = HotelCase::operation("case.note", {{"text", "t"}}, HotelCase::clerk());
        operation.environment = Environment::Practice;
        QCOMPARE(hotel.act(operation, HotelCase::clerk()), std::string("operation.wrong-environment"));
    }

    void anApprovalNeedsWhatPeopleMustFindMet()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}), none);
        auto decision = hotel.decision("HT-01", "approved", licence, nullptr);
        decision["reviewPoints"] =
            Json::array({{{"id", "P3"}, {"met", true}}, {{"id", "P5"}, {"met", false}}});
        QCOMPARE(hotel.act("subcase.decide", decision, hotel.approverOf("HT-01")),
            std::string("operation.review-points-missing"));
        QCOMPARE(hotel.failure().arguments["ids"], Json({"P5"}));
    }

    void refusalsAndDenialsNeedTheirReason()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}), none);
        auto decision = hotel.decision("HT-01", "denied", Json::object(), nullptr);
        decision["reason"] = "";
        QCOMPARE(hotel.act("subcase.decide", decision, hotel.approverOf("HT-01")),
            std::string("operation.reason-missing"));
        QCOMPARE(hotel.act("subcase.refuse", {{"matter", "HT-01"}, {"reason", "r"}, {"clause", ""}},
                     hotel.approverOf("HT-01")),
            std::string("operation.reason-missing"));
    }

    void outputsAreTheMattersOwn()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}), none);
        QCOMPARE(
            hotel.approve("HT-01", {{"operator/person.name", "x"}}), std::string("operation.unknown-key"));
    }

    void onlyApprovedResultsAreHandedOverAndOnlyOnce()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01", "HT-08"}), none);
        QCOMPARE(hotel.issue({"HT-01"}), std::string("operation.wrong-state"));
        QCOMPARE(hotel.approve("HT-01", licence), none);
        QCOMPARE(hotel.issue({"HT-01", "HT-08"}), std::string("operation.wrong-state"));
        QCOMPARE(hotel.stateOf("HT-01"), std::string("approved")); // nothing half done
        QCOMPARE(hotel.issue({"HT-01"}), none);
        QCOMPARE(hotel.issue({"HT-01"}), std::string("operation.wrong-state"));
    }

    void refusesWhatIsNotThere()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.issue({"HT-01"}), std::string("case.unknown"));
        QCOMPARE(hotel.submit({"NB-01"}), std::string("operation.unknown-matter"));
        QCOMPARE(hotel.submit({"HT-01"}), none);
        QCOMPARE(hotel.submit({"HT-01"}), std::string("case.exists"));
    }

private:
    const catalogue::Catalogue m_catalogue = realCatalogue();
};

QTEST_GUILESS_MAIN(CaseFileTest)
#include "tst_casefile.moc"
