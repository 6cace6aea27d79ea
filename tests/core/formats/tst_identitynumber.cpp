#include "core/formats/citizenid.h"
#include "core/formats/namedcheck.h"

#include "core/formats/numbers.h"

#include <QTest>

using namespace quanke;
using namespace quanke::formats;

namespace {

const Date today = *parseDate("2026-11-21");

std::string keyOf(std::string_view kind, std::string_view number)
{
    const auto finding = runNamedCheck("cn-id", number, {.documentType = kind, .today = today});
    return finding ? finding->messageKey : std::string();
}

} // namespace

class IdentityNumberTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_data() { test::addRows("identityNumbers"); }

    void vectors()
    {
        QFETCH(Json, entry);
        const std::string value = entry["value"];
        const std::string kind = entry["documentType"];
        const auto finding = runNamedCheck("cn-id", value, {.documentType = kind, .today = today});
        QCOMPARE(finding ? finding->messageKey : std::string(), entry.value("finding", std::string()));
        if (finding) {
            QCOMPARE(finding->severity == Severity::Warning, entry.value("warning", false));
            QCOMPARE(finding->arguments.value("expected", std::string()),
                entry.value("expected", finding->arguments.value("expected", std::string())));
        }
        if (entry.contains("normalised")) {
            QCOMPARE(normalise("cn-id", value), entry["normalised"].get<std::string>());
        }
        if (entry.contains("birth")) {
            QCOMPARE(toText(factsOf(value)->birth), entry["birth"].get<std::string>());
        }
        if (entry.contains("sex")) {
            QCOMPARE(factsOf(value)->sex, entry["sex"].get<std::string>());
        }
    }

    void saysTheRightDigit()
    {
        const auto finding = runNamedCheck("cn-id", "422822198508171230", {.today = today});
        QCOMPARE(finding->arguments["expected"].get<std::string>(), std::string("X"));
        QVERIFY(finding->severity == Severity::Error);
        QCOMPARE(
            runNamedCheck("cn-id", "42282219850817", {.today = today})->arguments["missing"].get<int>(), 4);
        QCOMPARE(
            runNamedCheck("cn-id", "11010519491231002X1", {.today = today})->arguments["surplus"].get<int>(),
            1);
    }

    void catchesEveryWrongDigitAndEveryNeighbourSwap()
    {
        const std::string right = "42282219850817123X";
        for (std::size_t i = 1; i < 17; ++i) { // a first digit of 0 or 9 is told otherwise
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string wrong = right;
                wrong[i] = digit;
                QCOMPARE(keyOf("111", wrong).empty(), wrong == right);
            }
            std::string swapped = right;
            std::swap(swapped[i - 1], swapped[i]);
            QVERIFY2(swapped == right || !keyOf("111", swapped).empty(), swapped.c_str());
        }
    }

    void comesTypedInManyWays_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("full width") << QStringLiteral("１１０１０５１９４９１２３１００２Ｘ");
        QTest::newRow("full-width x") << QStringLiteral("11010519491231002ｘ");
        QTest::newRow("blanks") << QStringLiteral(" 110105 19491231 002x\u3000");
        QTest::newRow("tab and line end") << QStringLiteral("\t11010519491231002X\r\n");
    }

    void comesTypedInManyWays()
    {
        QFETCH(QString, typed);
        QCOMPARE(normalise("cn-id", typed.toStdString()), std::string("11010519491231002X"));
        QVERIFY(keyOf("111", typed.toStdString()).empty());
    }

    void datesAgainstToday()
    {
        const auto numberBornOn = [](const std::string &date) {
            const std::string first = "110105" + date + "001";
            return first + citizenIdCheckDigit(first);
        };
        QCOMPARE(keyOf("111", numberBornOn("20261121")), std::string());
        QCOMPARE(keyOf("111", numberBornOn("20261122")), std::string("cn-id.future"));
        QCOMPARE(keyOf("111", numberBornOn("20261301")), std::string("cn-id.date"));
        QCOMPARE(keyOf("111", numberBornOn("19051122")), std::string());
        QCOMPARE(keyOf("111", numberBornOn("19051121")), std::string("cn-id.age"));
    }

    void oldNumbersBecomeNewOnes()
    {
        QCOMPARE(*withEighteenDigits("422822850817123"), std::string("42282219850817123X"));
        QVERIFY(withEighteenDigits("422822850817997")->substr(6, 4) == "1885");
        QVERIFY(!withEighteenDigits("422822851317123"));
        QVERIFY(!withEighteenDigits("42282285081712X"));
        QCOMPARE(keyOf("111", "422822851317123"), std::string("cn-id.too-short"));
    }

    void unknownRegionsOnlyWarn()
    {
        const std::string number =
            std::string("40990119900101001") + citizenIdCheckDigit("40990119900101001");
        const auto finding = runNamedCheck("cn-id", number, {.today = today});
        QCOMPARE(finding->messageKey, std::string("cn-id.region"));
        QVERIFY(finding->severity == Severity::Warning);
        const catalogue::ById<LocalText> list{{"409901", {}}};
        QVERIFY(!runNamedCheck("cn-id", number, {.today = today, .divisions = &list}));
    }

    void otherDocuments_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *kind, const char *number, const char *finding = "") {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(kind), QLatin1String(number))))
                << QString::fromUtf8(kind) << QString::fromUtf8(number) << QString::fromUtf8(finding);
        };
        row("HMT", "11010519491231002X", "hmt.region");
        row("HMT", "810000199408230022", "hmt.check-digit");
        row("HMT", "81000019940823002", "hmt.too-short");
        row("HMT", "81000019940823A021", "hmt.characters");
        row("553", "CAN11018108031", "frp.length");
        row("553", "CA1110181080310", "frp.format");
        row("553", "11010519491231002X", "frp.format");
        row("553", "911124198108030025", "frp.check-digit");
        row("553", "can110181080310");
        row("414", "E12345678");
        row("414", "EA1234567");
        row("414", "e12345678");
        row("414", "E123", "passport.format");
        row("414", "E1234-678", "passport.format");
        row("511", "12345678");
        row("511", "1234567890A");
        row("511", "1234567", "taiwan-permit.format");
        row("513", "CA1234567");
        row("513", "C11234567");
        row("513", "D11234567", "exit-permit.format");
        row("516", "H12345678");
        row("516", "M1234567801");
        row("516", "A12345678", "hong-kong-macao-permit.format");
        row("117", "A000000001");
        row("117", "A00000001", "birth-certificate.format");
        row("114", "军字第1234567号");
        row("990", "anything");
        row("112", "422822198508171230", "cn-id.check-digit");
    }

    void otherDocuments()
    {
        QFETCH(QString, kind);
        QFETCH(QString, number);
        QTEST(QString::fromStdString(keyOf(kind.toStdString(), number.toStdString())), "finding");
    }
};

QTEST_GUILESS_MAIN(IdentityNumberTest)
#include "tst_identitynumber.moc"
