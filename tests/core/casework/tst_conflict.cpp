#include "choosing.h"
#include "support/jsoninmessages.h"

using namespace quanke;
using namespace quanke::casework;
using namespace quanke::test;

namespace {

const std::string address = "org/org.address";

/// A desk that looks at the case when it is told to, and otherwise works on what it saw.
class Desk {
public:
    Desk(HotelCase &hotel, std::string device, Actor actor)
        : m_hotel(hotel)
        , m_device(std::move(device))
        , m_actor(std::move(actor))
    {
        look();
    }

    void look() { m_seen = m_hotel.file().head; }

    std::string act(const std::string &kind, Json body)
    {
        auto operation = HotelCase::operation(kind, std::move(body), m_actor);
        operation.id = newId();
        operation.device = m_device;
        operation.sequence = ++m_sequence;
        operation.base = m_seen;
        m_last = operation.id;
        return m_hotel.act(operation, m_actor);
    }

    std::string supplement(const std::string &matter, Json values)
    {
        return act("subcase.supplement", {{"matter", matter}, {"values", std::move(values)}});
    }

    const std::string &last() const { return m_last; }

private:
    static std::string newId()
    {
        static int count = 0;
        return "01935f00-0000-7000-8000-" + std::to_string(100000000000 + ++count);
    }

    HotelCase &m_hotel;
    std::string m_device;
    Actor m_actor;
    std::string m_seen;
    std::string m_last;
    int m_sequence = 0;
};

} // namespace

class ConflictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoThatDidNotKnowOfEachOtherAreBothKept()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);

        QCOMPARE(hotel.file().values[mobile], Json("2")); // what came first stands
        QCOMPARE(hotel.stateOf("HT-01"), std::string("supplemented"));
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(1));
        const Conflict &conflict = hotel.file().conflicts.front();
        QCOMPARE(conflict.late, second.last());
        QCOMPARE(conflict.rivals, (std::vector<std::string>{first.last()}));
        QVERIFY(conflict.chosen.empty());
        QCOMPARE(operationIn(hotel.file(), second.last())->body["values"][mobile], Json("3"));
        QCOMPARE(hotel.file().head, second.last());
    }

    void whoSawTheOtherIsNotLate()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        second.look();
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), std::string("operation.wrong-state"));
        QVERIFY(hotel.file().conflicts.empty());
    }

    void aDeskKnowsWhatItDidItself()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-08"}), none);
        Desk approver(hotel, "D-9", hotel.approverOf("HT-08"));
        QCOMPARE(approver.act("subcase.accept", {{"matter", "HT-08"}}), none);
        QCOMPARE(
            approver.act("subcase.decide", hotel.decision("HT-08", "denied", Json::object(), nullptr)), none);
        QVERIFY(hotel.file().conflicts.empty());
        QCOMPARE(hotel.stateOf("HT-08"), std::string("denied"));
    }

    void otherMattersAndNotesContradictNothing()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk clerk(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk noting(hotel, "D-8", HotelCase::clerk("sunyt"));
        Desk other(hotel, "D-9", hotel.approverOf("HT-08"));
        QCOMPARE(other.act("subcase.accept", {{"matter", "HT-08"}}), none);
        QCOMPARE(clerk.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(noting.act("case.note", {{"text", "来电话了"}}), none);
        QVERIFY(hotel.file().conflicts.empty());
    }

    void oneKeyMendedForTwoMattersIsContradicted()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01", "HT-08"}, Json::object(), {{mobile, "1"}}), none);
        QCOMPARE(hotel.requestCorrection("HT-01", mobile), none);
        QCOMPARE(hotel.requestCorrection("HT-08", mobile), none);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(second.supplement("HT-08", {{mobile, "3"}}), none);
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(1));
        QCOMPARE(hotel.file().values[mobile], Json("2"));
        QCOMPARE(hotel.stateOf("HT-08"), std::string("correction"));
    }

    void aJudgementOnWhatWasMendedMeanwhileIsLate()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01", "HT-08"}, Json::object(), {{mobile, "1"}}), none);
        QCOMPARE(hotel.requestCorrection("HT-01", mobile), none);
        Desk approver(hotel, "D-9", hotel.approverOf("HT-08"));
        Desk clerk(hotel, "D-7", HotelCase::clerk("liqh"));
        QCOMPARE(clerk.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(approver.act("subcase.accept", {{"matter", "HT-08"}}), none);
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(1));
        QCOMPARE(hotel.stateOf("HT-08"), std::string("received"));
    }

    void whatWasNeverRightIsRefusedAndNotKept()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(second.supplement("HT-01", {{address, "x"}}), std::string("operation.unknown-key"));
        QVERIFY(hotel.file().conflicts.empty());
    }

    void theLateOneMayBeChosen()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{mobile, "1"}}), none);
        QCOMPARE(hotel.act("subcase.requestCorrection",
                     {{"matter", "HT-01"},
                         {"items",
                             Json::array({{{"key", mobile}, {"reason", "r"}},
                                 {{"key", "org/org.name"}, {"reason", "r"}}})}},
                     hotel.approverOf("HT-01")),
            none);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}, {"org/org.name", "甲"}}), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        QCOMPARE(choose(hotel, second.last(), second.last()), none);
        // That version and nothing of the other one.
        QCOMPARE(hotel.file().values, (Json{{mobile, "3"}}));
        QCOMPARE(hotel.stateOf("HT-01"), std::string("supplemented"));
        QCOMPARE(hotel.file().conflicts.front().chosen, second.last());
        QCOMPARE(operationIn(hotel.file(), first.last())->body["values"][mobile], Json("2"));
        QCOMPARE(choose(hotel, second.last(), first.last()), std::string("conflict.resolved"));
    }

    void whatAnotherMatterWroteSinceIsNotLostUnseen()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        Desk boss(hotel, "D-5", supervisor());
        QCOMPARE(hotel.requestCorrection("HT-08", mobile), none);
        first.look();
        QCOMPARE(first.supplement("HT-08", {{mobile, "5"}}), none);
        QCOMPARE(
            boss.act("case.resolve", chosen(second.last(), second.last())), std::string("conflict.moved"));
        QCOMPARE(hotel.file().values[mobile], Json("5"));
        boss.look(); // and knows what it takes the place of
        QCOMPARE(boss.act("case.resolve", chosen(second.last(), second.last())), none);
        QCOMPARE(hotel.file().values[mobile], Json("3"));
    }

    void keepingWhatStandsOverwritesNothing()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        const auto standing = first.last();
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        Desk boss(hotel, "D-5", supervisor());
        QCOMPARE(hotel.requestCorrection("HT-08", mobile), none);
        first.look();
        QCOMPARE(first.supplement("HT-08", {{mobile, "5"}}), none);
        QCOMPARE(boss.act("case.resolve", chosen(second.last(), standing)), none);
        QCOMPARE(hotel.file().values[mobile], Json("5"));
    }

    void choosingTheLateOneTakesBackItsRivalsWordsAlone()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01", "HT-08"}, Json::object(), {{mobile, "1"}}), none);
        QCOMPARE(hotel.act("subcase.requestCorrection",
                     {{"matter", "HT-01"},
                         {"items",
                             Json::array({{{"key", mobile}, {"reason", "r"}},
                                 {{"key", "org/org.name"}, {"reason", "r"}}})}},
                     hotel.approverOf("HT-01")),
            none);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}, {"org/org.name", "甲"}}), none);
        QCOMPARE(second.supplement("HT-01", {{"org/org.name", "乙"}}), none); // says nothing of the number
        QCOMPARE(hotel.requestCorrection("HT-08", mobile), none);
        first.look();
        QCOMPARE(first.supplement("HT-08", {{mobile, "5"}}), none);
        QCOMPARE(choose(hotel, second.last(), second.last()), none);
        QCOMPARE(hotel.file().values, (Json{{mobile, "5"}, {"org/org.name", "乙"}}));
    }

    void whoChoseOnceMayChooseAgain()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        for (const char *value : {"2", "4"}) {
            QCOMPARE(first.supplement("HT-01", {{mobile, value}}), none);
            QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
            QCOMPARE(choose(hotel, second.last(), first.last()), none);
            QCOMPARE(hotel.requestCorrection("HT-01", mobile), none);
            first.look();
            second.look();
        }
    }

    void theOneThatStandsMayBeChosen()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        QCOMPARE(choose(hotel, second.last(), first.last()), none);
        QCOMPARE(hotel.file().values[mobile], Json("2"));
        QCOMPARE(hotel.file().conflicts.front().chosen, first.last());
        QCOMPARE(hotel.file().history.size(), std::size_t(5)); // and both versions are still there
    }

    void whatTheBackOfficeSetStands()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(hotel.refuse("HT-01"), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none); // kept
        QCOMPARE(hotel.stateOf("HT-01"), std::string("refused"));
        QCOMPARE(choose(hotel, second.last(), second.last()), std::string("operation.wrong-state"));
        QCOMPARE(choose(hotel, second.last(), first.last()), none);
        QCOMPARE(hotel.file().values[mobile], Json("2"));
    }

    void whatIsTypedWhileTheCaseIsHandedOnIsKept()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        const Json body{{"window", "2"}, {"reason", "下班交接"}};
        QCOMPARE(second.act("case.handOver", body), none);
        QCOMPARE(hotel.file().heldAt, std::string("2"));
        QCOMPARE(hotel.file().window, std::string("1")); // where it was received stays printed
        second.look();
        QCOMPARE(second.act("case.handOver", body), std::string("case.held-there"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "3"}}), none); // has not heard of it
        QCOMPARE(hotel.stateOf("HT-01"), std::string("correction"));
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(1));
        QCOMPARE(choose(hotel, first.last(), first.last()), none);
        QCOMPARE(hotel.file().values[mobile], Json("3"));
        QCOMPARE(hotel.stateOf("HT-01"), std::string("supplemented"));
    }

    void aClerkHoldsItWhereverTheySit()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk desk(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(desk.act("case.handOver", {{"window", "1"}, {"clerk", "liqh"}, {"reason", "r"}}), none);
        QCOMPARE(hotel.file().heldBy, std::string("liqh"));
        QCOMPARE(desk.act("case.handOver", {{"window", "1"}, {"clerk", "liqh"}, {"reason", "r"}}),
            std::string("case.held-there"));
        QCOMPARE(desk.act("case.handOver", {{"window", "1"}, {"reason", "r"}}), none); // back to the window
        QCOMPARE(hotel.file().heldBy, none);
    }

    void anotherRoundOfCorrectionStands()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(hotel.requestCorrection("HT-01", mobile), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        QCOMPARE(choose(hotel, second.last(), second.last()), std::string("operation.wrong-state"));
    }

    void twoJudgementsOfOneDepartment()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-08"}, Json::object(), {{mobile, "1"}}), none);
        auto other = hotel.approverOf("HT-08");
        other.operatorName = "sp2";
        Desk first(hotel, "D-7", hotel.approverOf("HT-08"));
        Desk second(hotel, "D-8", other);
        QCOMPARE(first.act("subcase.accept", {{"matter", "HT-08"}}), none);
        QCOMPARE(
            second.act("subcase.requestCorrection",
                {{"matter", "HT-08"}, {"items", Json::array({{{"key", mobile}, {"reason", "打不通"}}})}}),
            none);
        QCOMPARE(hotel.stateOf("HT-08"), std::string("accepted"));
        QCOMPARE(choose(hotel, second.last(), second.last()), none);
        QCOMPARE(hotel.stateOf("HT-08"), std::string("correction"));
        QCOMPARE(hotel.of("HT-08").acceptedAt, none);
        QCOMPARE(hotel.of("HT-08").correction.front().reason, std::string("打不通"));
    }

    void whoHadAHandInItDoesNotChoose()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        for (const char *name :
            {"wangxm", "liqh", "sunyt", "sp"}) { // received, wrote, wrote; "sp" asked before both
            const Actor actor{name, {Role::Supervisor}, {}};
            const auto expected = name == std::string("sp") ? none : std::string("operation.same-person");
            QCOMPARE(choose(hotel, second.last(), first.last(), actor), expected);
        }
        QCOMPARE(hotel.act("case.resolve", chosen(second.last(), first.last()), HotelCase::clerk("zhou")),
            std::string("operation.not-allowed"));
    }

    void whoFilledItAndGaveItOnByAFileDoesNotChoose()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        auto file = hotel.file();
        file.history.front().body["handings"] =
            Json::array({{{"actor", "guo"}, {"window", "2"}, {"at", "2026-11-21T00:30:00.000Z"}}});
        const Actor actor{"guo", {Role::Clerk, Role::Supervisor}, {}};
        const auto choice = HotelCase::operation("case.resolve", chosen(second.last(), first.last()), actor);
        const auto made = casework::apply(m_catalogue, &file, choice, actor);
        QCOMPARE(made ? none : made.failure().key, std::string("operation.same-person"));
    }

    void aChoiceNeedsItsReasonAndItsConflict()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(choose(hotel, first.last(), first.last()), std::string("conflict.unknown"));
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        QCOMPARE(
            choose(hotel, second.last(), hotel.file().history.front().id), std::string("conflict.unknown"));
        auto body = chosen(second.last(), first.last());
        body["reason"] = "";
        QCOMPARE(hotel.act("case.resolve", body, supervisor()), std::string("operation.reason-missing"));
        QVERIFY(hotel.file().conflicts.front().chosen.empty());
    }

    void theSameOperationsLeadToTheSameCase()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        Desk first(hotel, "D-7", HotelCase::clerk("liqh"));
        Desk second(hotel, "D-8", HotelCase::clerk("sunyt"));
        QCOMPARE(first.supplement("HT-01", {{mobile, "2"}}), none);
        QCOMPARE(second.supplement("HT-01", {{mobile, "3"}}), none);
        QCOMPARE(choose(hotel, second.last(), second.last()), none);
        Operation now;
        now.base = hotel.file().head;
        const auto again = baseOf(m_catalogue, hotel.file(), now);
        QVERIFY(bool(again));
        QCOMPARE(again->values, hotel.file().values);
        QCOMPARE(again->conflicts.front().chosen, second.last());
        QVERIFY(again->subCases.at("HT-01").state == hotel.of("HT-01").state);
    }

    void whatALaterProgramKnowsEndsNoDesk()
    {
        HotelCase hotel(m_catalogue);
        begin(hotel);
        CaseFile view = hotel.file();
        auto unknown = HotelCase::operation("case.merge", {{"into", "x"}}, HotelCase::clerk());
        view.history.push_back(unknown);
        Operation later;
        later.base = unknown.id;
        QVERIFY(!baseOf(m_catalogue, view, later));
    }

private:
    static void begin(HotelCase &hotel)
    {
        QCOMPARE(hotel.submit({"HT-01", "HT-08"}, Json::object(), {{mobile, "1"}}), none);
        QCOMPARE(hotel.requestCorrection("HT-01", mobile), none);
    }

    const catalogue::Catalogue m_catalogue = realCatalogue();
};

QTEST_GUILESS_MAIN(ConflictTest)
#include "tst_conflict.moc"
