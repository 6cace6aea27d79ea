#include "core/base/date.h"
#include "core/base/identifier.h"

#include <QTest>

#include <ctime>

using namespace quanke;

class DateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyDaysThatExist()
    {
        QVERIFY(parseDate("2000-02-29"));
        QVERIFY(!parseDate("1990-02-29"));
        QVERIFY(!parseDate("2026-13-01"));
        QVERIFY(!parseDate("2026-1-01"));
        QVERIFY(!parseDate("2026-01-01 "));
        QCOMPARE(toText(addDays(*parseDate("2026-12-31"), 1)), std::string("2027-01-01"));
        QCOMPARE(toText(*parseDate("0987-01-02")), std::string("0987-01-02"));
        QCOMPARE(toText(*parseDate("9999-12-31")), std::string("9999-12-31"));
        QCOMPARE(daysBetween(*parseDate("2026-03-01"), *parseDate("2026-02-28")), -1);
    }

    void instants()
    {
        const auto instant = parseInstant("2026-11-24T16:42:18.007Z");
        QVERIFY(instant);
        QCOMPARE(toText(*instant), std::string("2026-11-24T16:42:18.007Z"));
        QCOMPARE(toText(dayInChina(*instant)), std::string("2026-11-25"));
        QCOMPARE(minuteOfDayInChina(*instant), 42);
        QVERIFY(parseInstant("2026-11-24T16:42:18Z"));
        QVERIFY(!parseInstant("2026-11-24T24:42:18Z"));
        QVERIFY(!parseInstant("2026-11-24T16:42:18+08:00"));
    }

    void instantsKnowNoZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia"}) {
            QTest::newRow(zone) << QByteArray(zone);
        }
    }

    void instantsKnowNoZone()
    {
        QFETCH(QByteArray, zone);
        const auto before = qgetenv("TZ");
        qputenv("TZ", zone);
        ::tzset();
        instants();
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        ::tzset();
    }

    void identifiersSortByTime()
    {
        const auto early = makeUuid7(*parseInstant("2026-11-24T16:42:18.007Z"), {255, 255, 255});
        const auto late = makeUuid7(*parseInstant("2026-11-24T16:42:18.008Z"), {});
        QVERIFY(early < late);
        QVERIFY(isUuid(early));
        QCOMPARE(early[14], '7');
        QVERIFY(!isUuid("0193"));
    }
};

QTEST_GUILESS_MAIN(DateTest)
#include "tst_date.moc"
