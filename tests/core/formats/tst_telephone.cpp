#include "core/formats/namedcheck.h"
#include "core/formats/telephone.h"

#include "core/formats/numbers.h"

#include <QTest>

using namespace quanke;
using namespace quanke::formats;

class TelephoneTest : public QObject {
    Q_OBJECT

    static std::string keyOf(std::string_view format, std::string_view number)
    {
        const auto finding = runNamedCheck(format, number, {});
        return finding ? finding->messageKey : std::string();
    }

private Q_SLOTS:
    void vectors_data() { test::addRows("telephones"); }

    void vectors()
    {
        QFETCH(Json, entry);
        const std::string value = entry["value"];
        const std::string kind = entry["kind"];
        const std::map<std::string, TelephoneKind> kinds{{"none", TelephoneKind::None},
            {"mobile", TelephoneKind::Mobile}, {"landline", TelephoneKind::Landline},
            {"service", TelephoneKind::ServiceNumber}, {"hotline", TelephoneKind::Hotline}};
        QVERIFY(telephoneKind(plainTelephone(value)) == kinds.at(kind));
        QCOMPARE(keyOf("cn-phone", value).empty(), kind != "none");
        QCOMPARE(keyOf("cn-mobile", value).empty(), kind == "mobile");
        QCOMPARE(normalise("cn-phone", value), entry.value("normalised", value));
    }

    void mobilesSayWhatIsMissing()
    {
        const auto few = runNamedCheck("cn-mobile", "138001380", {});
        QCOMPARE(few->messageKey, std::string("cn-mobile.too-short"));
        QCOMPARE(few->arguments["missing"].get<int>(), 2);
        const auto many = runNamedCheck("cn-mobile", "138001380001", {});
        QCOMPARE(many->messageKey, std::string("cn-mobile.too-long"));
        QCOMPARE(many->arguments["surplus"].get<int>(), 1);
        QCOMPARE(keyOf("cn-mobile", "12012345678"), std::string("cn-mobile.prefix"));
        QCOMPARE(keyOf("cn-mobile", "1380013800a"), std::string("cn-mobile.characters"));
    }

    void typedInManyWays()
    {
        for (const char *typed : {"138 0013 8000", "138-0013-8000", "+86 13800138000", "86-13800138000",
                 "0086 13800138000", "１３８００１３８０００", " 13800138000 ", "+86 86-13800138000"}) {
            QCOMPARE(normalise("cn-mobile", typed), std::string("13800138000"));
            QVERIFY2(keyOf("cn-mobile", typed).empty(), typed);
        }
        QCOMPARE(normalise("cn-phone", "400-123-4567"), std::string("4001234567"));
        QCOMPARE(normalise("cn-phone", "(0718)3222222"), std::string("07183222222"));
    }

    void landlines()
    {
        for (const char *right : {"0718-3222222-801", "02187654321", "010-1234567", "0755-12345678"}) {
            QVERIFY2(keyOf("cn-phone", right).empty(), right);
        }
        for (const char *wrong : {"0718-322222", "0118-3222222", "010-123456789", "0718-3222222-",
                 "0718-3222222-1234567", "718-3222222", "40012345678", "12346", ""}) {
            QVERIFY2(!keyOf("cn-phone", wrong).empty(), wrong);
        }
    }
};

QTEST_GUILESS_MAIN(TelephoneTest)
#include "tst_telephone.moc"
