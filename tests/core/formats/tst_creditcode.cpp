#include "core/formats/creditcode.h"
#include "core/formats/namedcheck.h"

#include "core/formats/numbers.h"

#include <QTest>

using namespace quanke;
using namespace quanke::formats;

class CreditCodeTest : public QObject {
    Q_OBJECT

    static std::string keyOf(std::string_view code)
    {
        const auto finding = runNamedCheck("uscc", code, {});
        return finding ? finding->messageKey : std::string();
    }

private Q_SLOTS:
    void vectors_data() { test::addRows("creditCodes"); }

    void vectors()
    {
        QFETCH(Json, entry);
        const auto finding = runNamedCheck("uscc", entry["value"].get<std::string>(), {});
        QCOMPARE(finding ? finding->messageKey : std::string(), entry.value("finding", std::string()));
        QCOMPARE(finding && finding->severity == Severity::Warning, entry.value("warning", false));
    }

    void saysTheRightCharacter()
    {
        const auto own = runNamedCheck("uscc", "91330100799655058A", {});
        QCOMPARE(own->messageKey, std::string("uscc.check-digit"));
        QCOMPARE(own->arguments["expected"].get<std::string>(), std::string("B"));
        // The organisation part's check wrong and the whole's made to fit.
        std::string code = "91330100799655059";
        code += *creditCodeCheckCharacter(code);
        const auto organisation = runNamedCheck("uscc", code, {});
        QCOMPARE(organisation->messageKey, std::string("uscc.organisation-check"));
        QCOMPARE(organisation->arguments["expected"].get<std::string>(), std::string("8"));
    }

    void theFujianTrialIsNoExcuseForEverything()
    {
        QCOMPARE(keyOf("91350100M0001TGQXM"), std::string("uscc.legacy"));
        QCOMPARE(keyOf("91350100M0001TGQ1M"), std::string("uscc.check-digit"));
        QCOMPARE(keyOf("91360100M0001TGQXM"), std::string("uscc.check-digit"));
    }

    void catchesEveryNeighbourSwap()
    {
        const std::string right = "92422822MAC3HT0T01";
        for (std::size_t i = 1; i < right.size(); ++i) {
            std::string swapped = right;
            std::swap(swapped[i - 1], swapped[i]);
            QVERIFY2(swapped == right || !keyOf(swapped).empty(), swapped.c_str());
        }
    }

    void lengthAndTyping()
    {
        QCOMPARE(keyOf("9133010079965505"), std::string("uscc.too-short"));
        QCOMPARE(keyOf("91330100799655058BB"), std::string("uscc.too-long"));
        QCOMPARE(keyOf(" 91330100 799655058b "), std::string());
        QCOMPARE(normalise("uscc", "９１３３01007996 55058ｂ"), std::string("91330100799655058B"));
    }
};

QTEST_GUILESS_MAIN(CreditCodeTest)
#include "tst_creditcode.moc"
