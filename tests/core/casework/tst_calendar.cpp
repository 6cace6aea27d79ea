#include "core/casework/calendar.h"
#include "core/catalogue/catalogue.h"

#include "platform/folder.h"

#include <QTest>

using namespace quanke;
using namespace quanke::casework;

namespace {

const Calendar &ours()
{
    static const Calendar calendar = [] {
        const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        auto loaded = files ? Calendar::load(*files) : Result<Calendar>(files.failure());
        if (!loaded) {
            qFatal("%s", loaded.failure().key.c_str());
        }
        return std::move(*loaded);
    }();
    return calendar;
}

catalogue::Limit limitOf(int value, catalogue::LimitUnit unit)
{
    return {.value = value, .unit = unit, .basis = {}, .illustrative = false};
}

} // namespace

class CalendarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workingDays_data()
    {
        QTest::addColumn<bool>("working");
        QTest::newRow("2026-01-01") << false; // 元旦
        QTest::newRow("2026-01-04") << true; // a Sunday, made up for
        QTest::newRow("2026-02-14") << true; // a Saturday, made up for
        QTest::newRow("2026-02-15") << false; // 春节
        QTest::newRow("2026-02-23") << false;
        QTest::newRow("2026-02-24") << true;
        QTest::newRow("2026-02-28") << true;
        QTest::newRow("2026-04-06") << false; // 清明
        QTest::newRow("2026-05-05") << false; // 劳动节
        QTest::newRow("2026-05-09") << true;
        QTest::newRow("2026-06-19") << false; // 端午
        QTest::newRow("2026-09-20") << true;
        QTest::newRow("2026-09-25") << false; // 中秋
        QTest::newRow("2026-10-07") << false; // 国庆
        QTest::newRow("2026-10-10") << true;
        QTest::newRow("2026-11-21") << false; // an ordinary Saturday
        QTest::newRow("2026-11-23") << true;
    }

    void workingDays()
    {
        QFETCH(bool, working);
        QCOMPARE(ours().isWorkingDay(*parseDate(QTest::currentDataTag())), working);
    }

    void additions_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("due");
        QTest::addColumn<bool>("provisional");
        QTest::newRow("2026-02-13") << 5 << "2026-02-27" << false;
        QTest::newRow("2026-02-13 ") << 20 << "2026-03-19" << false;
        QTest::newRow("2026-09-30") << 3 << "2026-10-10" << false;
        QTest::newRow("2025-12-31") << 1 << "2026-01-04" << false;
        QTest::newRow("2026-12-28") << 5 << "2027-01-04" << true;
        QTest::newRow("2026-11-20") << 0 << "2026-11-20" << false;
        QTest::newRow("2026-11-21") << 0 << "2026-11-21" << false;
        QTest::newRow("2026-11-21 ") << 1 << "2026-11-23" << false;
        QTest::newRow("2026-12-31") << 1 << "2027-01-01"
                                    << true; // not announced: taken for an ordinary Friday
    }

    void additions()
    {
        QFETCH(int, count);
        const auto start = *parseDate(QByteArray(QTest::currentDataTag()).trimmed().toStdString());
        const auto due = ours().addWorkingDays(start, count);
        QTEST(QString::fromStdString(toText(due.day)), "due");
        QTEST(due.provisional, "provisional");
    }

    void limitsInOtherUnits()
    {
        using catalogue::LimitUnit;
        const auto due = [](const char *start, int value, LimitUnit unit) {
            return toText(ours().dueDate(*parseDate(start), limitOf(value, unit)).day);
        };
        QCOMPARE(due("2026-11-20", 3, LimitUnit::WorkingDay), std::string("2026-11-25"));
        QCOMPARE(due("2026-11-16", 3, LimitUnit::Day), std::string("2026-11-19"));
        QCOMPARE(due("2026-11-20", 1, LimitUnit::Day), std::string("2026-11-23")); // moves over the weekend
        QCOMPARE(due("2026-09-28", 3, LimitUnit::Day), std::string("2026-10-08")); // and over the holiday
        QCOMPARE(due("2026-01-31", 1, LimitUnit::Month), std::string("2026-02-28"));
        QCOMPARE(due("2026-03-31", 1, LimitUnit::Month), std::string("2026-04-30"));
        QCOMPARE(due("2026-11-16", 1, LimitUnit::Year), std::string("2027-11-16"));
        QCOMPARE(due("2026-11-21", 0, LimitUnit::Day), std::string("2026-11-21"));
        QVERIFY(ours().dueDate(*parseDate("2026-11-16"), limitOf(1, LimitUnit::Year)).provisional);
        QVERIFY(!ours().dueDate(*parseDate("2026-11-16"), limitOf(1, LimitUnit::Month)).provisional);
    }

    void versionOfTheLastAnnouncedYear()
    {
        QCOMPARE(ours().version(), std::string("2026.1"));
        const auto two = Calendar::load(
            {{"2026.json", R"({"version":"2026.2","year":2026,"announced":true,"off":[],"work":[]})"},
                {"2025.json",
                    R"({"version":"2025.3","year":2025,"announced":true,"off":["2025-10-01"],"work":[]})"},
                {"elements.json", "no calendar"}});
        QCOMPARE(two->version(), std::string("2026.2"));
        QVERIFY(!two->isWorkingDay(*parseDate("2025-10-01")));
        QVERIFY(!two->addWorkingDays(*parseDate("2025-12-31"), 1).provisional);
    }

    void refusesWhatIsNoCalendar_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no JSON") << "{";
        QTest::newRow("no year") << R"({"version":"1","announced":true,"off":[],"work":[]})";
        QTest::newRow("no such day")
            << R"({"version":"1","year":2026,"announced":true,"off":["2026-02-30"],"work":[]})";
        QTest::newRow("another year")
            << R"({"version":"1","year":2026,"announced":true,"off":["2020-02-03"],"work":[]})";
        QTest::newRow("off and working")
            << R"({"version":"1","year":2026,"announced":true,"off":["2026-01-04"],"work":["2026-01-04"]})";
        QTest::newRow("no list")
            << R"({"version":"1","year":2026,"announced":true,"off":"2026-01-01","work":[]})";
    }

    void refusesWhatIsNoCalendar()
    {
        QFETCH(QString, text);
        const auto calendar = Calendar::load({{"calendar/2026.json", text.toStdString()}});
        QVERIFY(!calendar);
        QCOMPARE(calendar.failure().key, std::string("calendar.malformed"));
        QCOMPARE(calendar.failure().arguments["path"].get<std::string>(), std::string("calendar/2026.json"));
    }

    void limitsFollowTheAnswers()
    {
        const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        const auto definitions = catalogue::Catalogue::load(*files);
        QVERIFY(bool(definitions));
        const catalogue::Matter &fire = *definitions->matter("HT-05");
        const Limits promised = limitsUnder(fire, {{"fireMode", "commitment"}});
        QVERIFY(promised.caseType == catalogue::CaseType::Instant);
        QCOMPARE(*promised.committed.value, 0);
        const Limits ordinary = limitsUnder(fire, {{"fireMode", "ordinary"}, {"tenure", "lease"}});
        QVERIFY(ordinary.caseType == catalogue::CaseType::Committed);
        QCOMPARE(*ordinary.statutory.value, 13);
        const Limits unanswered = limitsUnder(fire, {});
        QVERIFY(unanswered.committed.value == fire.committed.value);
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "tst_calendar.moc"
