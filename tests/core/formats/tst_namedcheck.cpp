#include "core/formats/division.h"
#include "core/formats/namedcheck.h"

#include <QLatin1Char>
#include <QTest>

using namespace quanke;
using namespace quanke::formats;

class NamedCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *format, const char *value, const char *finding = "") {
            QTest::newRow(qPrintable(QString::fromUtf8(format) + QLatin1Char(' ') + QString::fromUtf8(value)))
                << QString::fromUtf8(format) << QString::fromUtf8(value) << QString::fromUtf8(finding);
        };
        row("date", "2000-02-29");
        row("date", "9999-12-31");
        row("date", "1990-02-29", "date.exists");
        row("date", "2026-13-01", "date.exists");
        row("date", "2026-1-01", "date.format");
        row("date", "2026/01/01", "date.format");
        row("date", "", "date.format");
        row("local-date-time", "2026-01-05T08:30");
        row("date-time", "2026-01-05T23:59");
        row("local-date-time", "2026-01-05 08:30", "local-date-time.format");
        row("local-date-time", "2026-01-05T08:30:00", "local-date-time.format");
        row("local-date-time", "2026-01-05T24:00", "local-date-time.exists");
        row("local-date-time", "2026-01-05T08:60", "local-date-time.exists");
        row("local-date-time", "2026-02-30T08:00", "local-date-time.exists");
        row("email", "a.b@example.com");
        row("email", "用户@例子.中国");
        row("email", "a.b", "email.format");
        row("email", "@example.com", "email.format");
        row("email", "a@example", "email.format");
        row("email", "a@b@example.com", "email.format");
        row("email", "a@example.c", "email.format");
        row("cn-postcode", "445300");
        row("cn-postcode", "４４５３００");
        row("cn-postcode", "44530", "cn-postcode.format");
        row("bank-account", "4539578763621486");
        row("bank-account", "4539578763621487", "luhn.check");
        row("luhn", "4539 5787 6362 1487", "luhn.check");
        row("bank-account", "12345678"); // too short for a card: nothing to check
        row("cn-division", "422822");
        row("cn-division", "990000", "cn-division.unknown");
        row("cn-division", "4228", "cn-division.format");
        row("nobody-knows", "whatever");
    }

    void values()
    {
        QFETCH(QString, format);
        QFETCH(QString, value);
        const auto finding = runNamedCheck(format.toStdString(), value.toStdString(), {});
        QTEST(finding ? QString::fromStdString(finding->messageKey) : QString(), "finding");
        if (finding) {
            QCOMPARE(finding->severity == Severity::Warning, finding->messageKey == "luhn.check");
        }
    }

    void normalises_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *format, const char *typed, const char *kept) {
            QTest::newRow(qPrintable(QString::fromUtf8(format) + QLatin1Char(' ') + QString::fromUtf8(typed)))
                << QString::fromUtf8(format) << QString::fromUtf8(typed) << QString::fromUtf8(kept);
        };
        row("date", "2026年1月5日", "2026-01-05");
        row("date", "2026/1/5", "2026-01-05");
        row("date", "2026.01.05", "2026-01-05");
        row("date", "20260105", "2026-01-05");
        row("date", "２０２６－０１－０５", "2026-01-05");
        row("date", " 长期 ", "9999-12-31");
        row("date", "5/1/2026", "5/1/2026");
        row("date", "tomorrow", "tomorrow");
        row("date", "2026-111-05", "2026-111-05");
        row("local-date-time", "2026-1-5 8:05", "2026-01-05T08:05");
        row("local-date-time", "2026年1月5日 8时5分", "2026-01-05T08:05");
        row("local-date-time", "2026-01-05T08:05", "2026-01-05T08:05");
        row("local-date-time", "2026-01-05", "2026-01-05");
        row("bank-account", "6222 0212 3456", "622202123456");
        row("email", " a@example.com ", "a@example.com");
        row("", "  任意 文字\n", "任意 文字");
        row("", " \t ", "");
    }

    void normalises()
    {
        QFETCH(QString, format);
        QFETCH(QString, typed);
        const std::string kept = normalise(format.toStdString(), typed.toStdString());
        QTEST(QString::fromStdString(kept), "kept");
        QCOMPARE(normalise(format.toStdString(), kept), kept);
    }

    void divisionsAreKnownAsFarAsTheListGoes()
    {
        const catalogue::ById<LocalText> list{{"110000", {}}, {"409900", {}}, {"409900100000", {}},
            {"409900100001", {}}, {"420000", {}}, {"421300", {}}};
        QVERIFY(isKnownDivision("110000", &list));
        QVERIFY(isKnownDivision("110105", &list)); // the list says nothing of Beijing's districts
        QVERIFY(isKnownDivision("409900", &list));
        QVERIFY(isKnownDivision("409900000000", &list));
        QVERIFY(isKnownDivision("409900100001", &list));
        QVERIFY(!isKnownDivision("409900100002", &list)); // the list knows its neighbour
        QVERIFY(!isKnownDivision("409900101000", &list));
        QVERIFY(!isKnownDivision("409800", &list));
        QVERIFY(!isKnownDivision("400000", &list));
        QVERIFY(
            !isKnownDivision("422822", &list)); // the list names a prefecture of 42, so it would name 4228
        QVERIFY(isKnownDivision("421302", &list));
        QVERIFY(!isKnownDivision("990000", &list));
        QVERIFY(isKnownDivision("422822", nullptr));
        QVERIFY(!isKnownDivision("409900", nullptr));
        QVERIFY(!isKnownDivision("42282", nullptr));
        QVERIFY(!isKnownDivision("42282X", nullptr));
    }
};

QTEST_GUILESS_MAIN(NamedCheckTest)
#include "tst_namedcheck.moc"
