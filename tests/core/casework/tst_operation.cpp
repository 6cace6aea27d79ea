#include "core/casework/filereference.h"
#include "core/casework/operation.h"
#include "support/jsoninmessages.h"

#include <QTest>

using namespace quanke;
using namespace quanke::casework;

namespace {

const std::string digest(64, 'a');

Json fileReference()
{
    return {{"sha256", digest}, {"mediaType", "image/png"}, {"size", 12}, {"name", "a.png"}};
}

/// A right body of every kind there is.
const std::map<std::string, Json> rightBodies{
    {"case.submit",
        {{"number", "QS-20261121-K7F3-0001"}, {"bundle", "BUNDLE-HOTEL"}, {"forms", digest},
            {"ticked", {"HT-01"}}, {"answers", {{"tenure", "lease"}}},
            {"values", {{"org/org.name", "青石旅馆"}}}, {"applicant", {{"name", "王小满"}, {"idNo", "x"}}},
            {"window", "1"}}},
    {"document.attest", {{"sha256", digest}, {"statement", "original-seen"}}},
    {"subcase.accept", {{"matter", "HT-01"}}},
    {"subcase.requestCorrection",
        {{"matter", "HT-01"}, {"items", Json::array({{{"key", "MH06"}, {"reason", "unreadable"}}})}}},
    {"subcase.supplement", {{"matter", "HT-01"}, {"values", {{"MH06", Json::array({fileReference()})}}}}},
    {"subcase.refuse", {{"matter", "HT-01"}, {"reason", "r"}, {"clause", "c"}}},
    {"subcase.decide",
        {{"matter", "HT-01"}, {"outcome", "approved"}, {"reason", ""},
            {"reviewPoints", Json::array({{{"id", "P1"}, {"met", true}}})},
            {"outputs", {{"org/org.uscc", "91"}}}, {"document", nullptr}}},
    {"result.issue",
        {{"matters", {"HT-01"}}, {"collector", {{"name", "n"}, {"idNo", "i"}, {"mobile", "m"}}},
            {"signature", fileReference()}}},
    {"case.note", {{"text", "t"}}},
    {"case.handOver", {{"window", "综合窗口 2 号"}, {"reason", "r"}}},
    {"case.resolve",
        {{"matter", "HT-01"}, {"late", "01935f00-0000-7000-8000-000000000003"},
            {"chosen", "01935f00-0000-7000-8000-000000000004"}, {"reason", "r"}}},
};

Json operationOf(const std::string &kind)
{
    return {{"id", "01935f00-0000-7000-8000-000000000001"}, {"kind", kind}, {"device", "D-1"},
        {"sequence", 1}, {"previous", ""}, {"actor", "wangxm"}, {"environment", "production"},
        {"at", "2026-11-21T01:00:00.000Z"}, {"case", "01935f00-0000-7000-8000-000000000002"},
        {"body", rightBodies.at(kind)}};
}

} // namespace

class OperationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsReadAndWrittenAsItWas()
    {
        for (const auto &[kind, body] : rightBodies) {
            const auto operation = operationFromJson(operationOf(kind));
            QVERIFY2(bool(operation), kind.c_str());
            QCOMPARE(toJson(*operation), operationOf(kind));
        }
    }

    void whatIsNotKnownIsLeftOut()
    {
        auto json = operationOf("case.note");
        QVERIFY(operationFromJson(json)->base.empty());
        json["base"] = "01935f00-0000-7000-8000-000000000003";
        json["window"] = "3 号窗口";
        const auto operation = operationFromJson(json);
        QVERIFY(bool(operation));
        QCOMPARE(operation->base, std::string("01935f00-0000-7000-8000-000000000003"));
        QCOMPARE(operation->window, std::string("3 号窗口"));
        QCOMPARE(toJson(*operation), json);
        json["base"] = "4";
        QCOMPARE(refusedMember(json), std::string("base"));
    }

    void everyMemberOfEveryKindIsNeeded()
    {
        for (const auto &[kind, body] : rightBodies) {
            for (const auto &[member, value] : body.items()) {
                auto json = operationOf(kind);
                json["body"].erase(member);
                QCOMPARE(refusedMember(json), "body." + member);
                json["body"][member] = 7;
                QCOMPARE(refusedMember(json), "body." + member);
            }
            auto json = operationOf(kind);
            json["body"]["more"] = 1;
            QCOMPARE(refusedMember(json), std::string("later: body.more"));
            json["body"].erase(body.begin().key()); // which the later form may not have
            QCOMPARE(refusedMember(json), std::string("later: body.more"));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("id is no UUID") << QByteArray("id") << QByteArray("\"1\"");
        QTest::newRow("sequence 0") << QByteArray("sequence") << QByteArray("0");
        QTest::newRow("sequence as text") << QByteArray("sequence") << QByteArray("\"1\"");
        QTest::newRow("previous too short") << QByteArray("previous") << QByteArray("\"abc\"");
        QTest::newRow("no such environment") << QByteArray("environment") << QByteArray("\"test\"");
        QTest::newRow("no moment") << QByteArray("at") << QByteArray("\"yesterday\"");
        QTest::newRow("body is no object") << QByteArray("body") << QByteArray("[]");
        QTest::newRow("device with a space") << QByteArray("device") << QByteArray("\"D 1\"");
    }

    void refuses()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        auto json = operationOf("case.note");
        json[member.toStdString()] = Json::parse(value.toStdString());
        QCOMPARE(refusedMember(json), member.toStdString());
    }

    void whatALaterFormBringsIsTold()
    {
        auto json = operationOf("case.note");
        json["kind"] = "case.destroy";
        QCOMPARE(refusedMember(json), std::string("later: kind"));
        json = operationOf("case.note");
        json["form"] = 2;
        QCOMPARE(refusedMember(json), std::string("later: form"));
    }

    void theSameOperationHasTheSameBytes()
    {
        const auto once = operationFromJson(operationOf("case.submit"));
        const auto again = operationFromJson(Json::parse(bytesOf(*once)));
        QCOMPARE(bytesOf(*again), bytesOf(*once));
    }

    void findsFileReferencesWhereverTheyAre()
    {
        const Json values{
            {"MH06", Json::array({fileReference()})}, {"a", {{"b", fileReference()}}}, {"c", "text"}};
        QCOMPARE(filesIn(values).size(), std::size_t(2));
        auto large = fileReference();
        large["size"] = largestDocument + 1;
        QVERIFY(!isFileReference(large));
        auto odd = fileReference();
        odd["path"] = "/etc/passwd";
        QVERIFY(!isFileReference(odd));
    }

private:
    static std::string refusedMember(const Json &json)
    {
        const auto operation = operationFromJson(json);
        if (operation) {
            return "accepted";
        }
        const auto &[key, arguments, detail] = operation.failure();
        const auto member = arguments.value("member", std::string());
        return key == "operation.malformed" ? member : key == "operation.too-new" ? "later: " + member : key;
    }
};

QTEST_GUILESS_MAIN(OperationTest)
#include "tst_operation.moc"
