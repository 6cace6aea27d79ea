#include "core/casework/childrecord.h"

#include <QTest>

using namespace quanke;

class ChildRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<std::string>("values");
        QTest::addColumn<bool>("ofChild");
        QTest::newRow("nobody") << std::string("{}") << false;
        QTest::newRow("born today") << std::string(R"({"newborn/person.birthDate": "2026-11-21"})") << true;
        QTest::newRow("fourteen tomorrow")
            << std::string(R"({"pupil/person.birthDate": "2012-11-22"})") << true;
        QTest::newRow("fourteen today")
            << std::string(R"({"pupil/person.birthDate": "2012-11-21"})") << false;
        QTest::newRow("by a number") << std::string(R"({"newborn/person.idNo": "409900202611020025"})")
                                     << true;
        QTest::newRow("a grown person's number") << std::string(R"({"idNo": "409900198504200021"})") << false;
        QTest::newRow("a number that is wrong")
            << std::string(R"({"person.idNo": "409900202611020029"})") << false;
        QTest::newRow("in a table") << std::string(
            R"({"school/staff": [{"idNo": "409900198504200021"}, {"idNo": "409900202611020025"}]})")
                                    << true;
        QTest::newRow("no such day") << std::string(R"({"person.birthDate": "2026-02-30"})") << false;
        QTest::newRow("other dates") << std::string(R"({"marriage/marriage.on": "2024-05-20"})") << false;
    }

    void tells()
    {
        QFETCH(const std::string, values);
        QFETCH(const bool, ofChild);
        QCOMPARE(casework::tellsOfChild(Json::parse(values), *parseDate("2026-11-21")), ofChild);
    }

    void bornInALeapYear()
    {
        const Json values{{"person.birthDate", "2012-02-29"}};
        QVERIFY(casework::tellsOfChild(values, *parseDate("2026-02-28")));
        QVERIFY(!casework::tellsOfChild(values, *parseDate("2026-03-01")));
    }
};

QTEST_APPLESS_MAIN(ChildRecordTest)
#include "tst_childrecord.moc"
