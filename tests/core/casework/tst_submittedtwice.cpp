#include "choosing.h"
#include "support/jsoninmessages.h"

using namespace quanke;
using namespace quanke::casework;
using namespace quanke::test;

/// A whole case that two desks submitted: it travelled by a file.
class SubmittedTwiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// It travelled by a file, and whoever gave it went on as well.
    void aCaseSubmittedByTwoDesksIsKeptTwiceAndBegunOnce()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{mobile, "1"}}), none);
        const auto first = hotel.file().history.front();
        const auto late = submitLate(hotel, {{mobile, "2"}});
        QCOMPARE(hotel.file().values[mobile], Json("1"));
        QCOMPARE(hotel.file().window, std::string("1"));
        QCOMPARE(hotel.file().subCases.size(), std::size_t(1));
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(1));
        QCOMPARE(hotel.file().conflicts.front().rivals, std::vector<std::string>{first.id});
        QCOMPARE(operationIn(hotel.file(), late)->body["values"][mobile], Json("2"));
        QVERIFY(hasWorkedOnContent(hotel.file(), "liqh")); // who does not decide it
        QCOMPARE(choose(hotel, late, late, {"liqh", {Role::Supervisor}, {}}),
            std::string("operation.same-person"));
        QCOMPARE(choose(hotel, late, late), none);
        QCOMPARE(hotel.file().values[mobile], Json("2"));
        QCOMPARE(hotel.of("HT-01").receivedAt, first.at); // the clock runs since the first
        QCOMPARE(hotel.file().history.size(), std::size_t(3));
        Operation now;
        now.base = hotel.file().head;
        const auto again = baseOf(m_catalogue, hotel.file(), now);
        QVERIFY(bool(again));
        QCOMPARE(again->values, hotel.file().values);
    }

    void aCaseSubmittedTwiceAlikeIsNoConflict()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{mobile, "1"}}), none);
        const auto late = submitLate(hotel, {{mobile, "1"}});
        QVERIFY(hotel.file().conflicts.empty());
        QCOMPARE(hotel.file().receivedBy, std::string("wangxm"));
        QCOMPARE(hotel.file().head, late); // and it was taken
    }

    void whatWasBegunStandsAgainstALateCase()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{mobile, "1"}}), none);
        const auto first = hotel.file().head;
        const auto late = submitLate(hotel, {{mobile, "2"}});
        QCOMPARE(hotel.requestCorrection("HT-01", mobile), none);
        QCOMPARE(choose(hotel, late, late), std::string("operation.wrong-state"));
        QCOMPARE(choose(hotel, late, first), none);
        QCOMPARE(hotel.file().values[mobile], Json("1"));
    }

    /// The third desk's version was not looked at when the second's was.
    void ofThreeDesksTheThirdMayStillBeChosen()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{mobile, "1"}}), none);
        const auto first = hotel.file().history.front();
        const auto second = submitLate(hotel, {{mobile, "2"}});
        const auto third = submitLate(hotel, {{mobile, "3"}}, {"HT-01"}, "D-3");
        QCOMPARE(choose(hotel, second, first.id), none);
        QCOMPARE(choose(hotel, third, third), none);
        QCOMPARE(hotel.file().values[mobile], Json("3"));
        QCOMPARE(hotel.of("HT-01").receivedAt, first.at);
        QCOMPARE(conflictOf(hotel.file(), second)->chosen, first.id); // as it was chosen then
    }

    void theThirdStandsAgainstTheOneThatWasChosen()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{mobile, "1"}}), none);
        const auto first = hotel.file().head;
        const auto second = submitLate(hotel, {{mobile, "2"}});
        const auto third = submitLate(hotel, {{mobile, "3"}}, {"HT-01"}, "D-3");
        QCOMPARE(choose(hotel, second, second), none);
        QCOMPARE(
            conflictOf(hotel.file(), third)->rivals, (std::vector{first, second})); // the last one stands
        Operation now;
        now.base = hotel.file().head;
        QCOMPARE(
            baseOf(m_catalogue, hotel.file(), now)->conflicts.back().rivals, (std::vector{first, second}));
        QCOMPARE(choose(hotel, third, second), none);
        QCOMPARE(hotel.file().values[mobile], Json("2"));
    }

    void aThirdCaseIsComparedWithTheOneThatStands()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{mobile, "1"}}), none);
        const auto second = submitLate(hotel, {{mobile, "2"}});
        QCOMPARE(choose(hotel, second, second), none);
        submitLate(hotel, {{mobile, "2"}}, {"HT-01"}, "D-3"); // says what was chosen
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(1));
        submitLate(hotel, {{mobile, "1"}}, {"HT-01"}, "D-4"); // says what was not
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(2));
        QCOMPARE(hotel.file().conflicts.back().rivals, std::vector{second});
    }

    void aDeskSubmitsACaseOnce()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}, Json::object(), {{mobile, "1"}}), none);
        QVERIFY(submitLate(hotel, {{mobile, "2"}}) != "refused");
        QCOMPARE(submitLate(hotel, {{mobile, "3"}}), std::string("refused")); // one put back to a backup
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(1));
    }

    void aLateCaseOfOtherMattersIsKeptToBeRead()
    {
        HotelCase hotel(m_catalogue);
        QCOMPARE(hotel.submit({"HT-01"}), none);
        const auto late = submitLate(hotel, Json::object(), {"HT-01", "HT-08"});
        QCOMPARE(hotel.file().conflicts.size(), std::size_t(1));
        QCOMPARE(choose(hotel, late, late), std::string("operation.wrong-state"));
    }

private:
    /// Another desk's submission of the same case; gives its operation.
    static std::string submitLate(HotelCase &hotel, const Json &values,
        const std::vector<std::string> &ticked = {"HT-01"}, const std::string &device = "D-2")
    {
        const auto clerk = HotelCase::clerk("liqh");
        auto body = hotel.file().history.front().body;
        body["values"] = values;
        body["ticked"] = ticked;
        body["window"] = "2";
        auto operation = HotelCase::operation("case.submit", body, clerk);
        operation.device = device;
        operation.at = "2026-11-21T02:00:00.000Z";
        return hotel.act(operation, clerk).empty() ? operation.id : std::string("refused");
    }

    const catalogue::Catalogue m_catalogue = realCatalogue();
};

QTEST_GUILESS_MAIN(SubmittedTwiceTest)
#include "tst_submittedtwice.moc"
