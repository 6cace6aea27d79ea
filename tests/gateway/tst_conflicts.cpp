#include "gateway/hotelsubmission.h"

#include "core/casework/conflict.h"
#include "seal/suite.h"
#include "seal/text.h"
#include "support/jsoninmessages.h"

#include <QTest>

using namespace quanke;
using namespace quanke::test;

/// Two desks that changed one case without knowing of each other.
class ConflictsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        auto &receiver = m_gateway->person("wangxm");
        m_case = newId();
        QCOMPARE(
            receiver.act("case.submit", m_case, hotelSubmission(*m_gateway, receiver, {"HT-01", "HT-08"})),
            std::string("201"));
        QCOMPARE(m_gateway->approverOf("HT-01").act("subcase.requestCorrection", m_case,
                     {{"matter", "HT-01"},
                         {"items",
                             Json::array({{{"key", mobile}, {"reason", "打不通"}},
                                 {{"key", "MH02"}, {"reason", "缺页"}}})}}),
            std::string("201"));
    }
    void cleanup() { m_gateway.reset(); }

    void theLateOneIsKeptWithAReceipt()
    {
        const auto seen = head();
        QCOMPARE(supplement("wangxm", seen, "13800000002").outcome(), std::string("201"));
        const auto late = supplement("liqh", seen, "13800000003");
        QCOMPARE(late.outcome(), std::string("409 case.conflict"));
        const auto arguments = late.json()["arguments"];
        QCOMPARE(arguments["matter"], Json("HT-01"));
        QVERIFY(arguments["heads"]["stands"] != arguments["heads"]["late"]);
        const auto receipt = wire::receiptFromJson(arguments["receipt"]);
        QVERIFY(bool(receipt));
        QCOMPARE(Json(receipt->operation), arguments["heads"]["late"]);
        const auto session = wire::sessionFromJson(Person(m_gateway->port(), "liqh").signIn().json());
        QVERIFY(seal::makeSodiumSuite()->verify(*seal::fromBase64(session->gatewayKey),
            wire::signedText(*receipt), *seal::fromBase64(receipt->signature)));

        const auto file = view();
        QCOMPARE(file.values[mobile], Json("13800000002"));
        QCOMPARE(file.conflicts.size(), std::size_t(1));
        const auto *kept = casework::operationIn(file, receipt->operation);
        QVERIFY(kept != nullptr);
        QCOMPARE(kept->body["values"][mobile], Json("13800000003"));
        QCOMPARE(kept->window, std::string("综合窗口 2 号"));
    }

    void theSameAgainGetsTheSameAnswer()
    {
        const auto seen = head();
        QCOMPARE(supplement("wangxm", seen, "13800000002").outcome(), std::string("201"));
        const auto operation = supplementOf("liqh", seen, "13800000003");
        auto first = m_gateway->person("liqh").put(operation).json();
        m_gateway->restart();
        const auto again = m_gateway->person("liqh").put(operation);
        QCOMPARE(again.outcome(), std::string("409 case.conflict"));
        QCOMPARE(again.json()["arguments"], first["arguments"]);
        QCOMPARE(view().conflicts.size(), std::size_t(1));
    }

    void whatIsKeptIsNoGap()
    {
        const auto seen = head();
        QCOMPARE(supplement("wangxm", seen, "13800000002").outcome(), std::string("201"));
        QCOMPARE(supplement("liqh", seen, "13800000003").outcome(), std::string("409 case.conflict"));
        auto &person = m_gateway->person("liqh");
        const auto watermark = wire::watermarkFromJson(
            person.http().get("/v1/devices/" + person.device() + "/watermark").json());
        QVERIFY(bool(watermark));
        QCOMPARE(watermark->stored.size(), std::size_t(1));
        QCOMPARE(person.act("case.note", m_case, {{"text", "还在"}}), std::string("201"));
    }

    void everybodyHearsOfIt()
    {
        const auto seen = head();
        QCOMPARE(supplement("wangxm", seen, "13800000002").outcome(), std::string("201"));
        auto &other = m_gateway->person("wangxm").http();
        const auto cursor = other.get("/v1/changes").json()["cursor"].dump();
        QCOMPARE(supplement("liqh", seen, "13800000003").outcome(), std::string("409 case.conflict"));
        const auto changes = other.get("/v1/changes?cursor=" + cursor).json()["changes"];
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes[0]["case"], Json(m_case));
    }

    void aSupervisorChoosesTheLateOne()
    {
        const auto seen = head();
        QCOMPARE(supplement("wangxm", seen, "13800000002").outcome(), std::string("201"));
        QCOMPARE(supplement("liqh", seen, "13800000003").outcome(), std::string("409 case.conflict"));
        const auto conflict = view().conflicts.front();
        const Json choice{
            {"matter", "HT-01"}, {"late", conflict.late}, {"chosen", conflict.late}, {"reason", "已核实"}};
        QCOMPARE(m_gateway->person("liqh").act("case.resolve", m_case, choice),
            std::string("403 operation.not-allowed"));
        QCOMPARE(m_gateway->person("zhoums").act("case.resolve", m_case, choice), std::string("201"));
        m_gateway->restart();
        const auto file = view();
        QCOMPARE(file.values[mobile], Json("13800000003"));
        QCOMPARE(file.conflicts.front().chosen, conflict.late);
        QCOMPARE(m_gateway->person("zhoums").act("case.resolve", m_case, choice),
            std::string("409 conflict.resolved"));
        // The department goes on from the version that was chosen.
        QCOMPARE(m_gateway->approverOf("HT-01").act("subcase.accept", m_case, {{"matter", "HT-01"}}),
            std::string("201"));
        const auto part = m_gateway->approverOf("HT-01").http().get("/v1/cases/" + m_case).json();
        QCOMPARE(part["values"][mobile], Json("13800000003"));
        QCOMPARE(part["conflicts"].size(), std::size_t(1));
        const auto others = m_gateway->approverOf("HT-08").http().get("/v1/cases/" + m_case).json();
        QCOMPARE(others["conflicts"].size(), std::size_t(0)); // not their matter
    }

    void whatTheBackOfficeSetStandsAndThePapersAreKept()
    {
        const auto seen = head();
        QCOMPARE(supplement("wangxm", seen, "13800000002").outcome(), std::string("201"));
        QCOMPARE(m_gateway->approverOf("HT-01").act("subcase.refuse", m_case,
                     {{"matter", "HT-01"}, {"reason", "号码不实"}, {"clause", "第三条"}}),
            std::string("201"));
        auto &clerk = m_gateway->person("liqh");
        const auto paper = clerk.upload(somePdf("more pages"), "application/pdf", "租赁合同.pdf");
        auto adding = supplementOf("liqh", seen, "13800000003");
        adding["body"]["values"] = {{"MH02", Json::array({paper})}};
        QCOMPARE(clerk.put(adding).outcome(), std::string("409 case.conflict"));
        const auto sha256 = paper["sha256"].get<std::string>();
        QCOMPARE(m_gateway->person("zhoums").http().get("/v1/documents/" + sha256).status, 200);
        QCOMPARE(clerk.act("document.attest", m_case, {{"sha256", sha256}, {"statement", "original-seen"}}),
            std::string("201")); // seen is seen, whatever counts in the end
        const auto file = view();
        QVERIFY(file.subCases.at("HT-01").state == casework::SubCaseState::Refused);
        const auto conflict = file.conflicts.front();
        const Json choice{
            {"matter", "HT-01"}, {"late", conflict.late}, {"chosen", conflict.late}, {"reason", "已核实"}};
        QCOMPARE(m_gateway->person("zhoums").act("case.resolve", m_case, choice),
            std::string("409 operation.wrong-state"));
    }

    /// It travelled by files, and everybody went on.
    void ofThreeDesksThatSubmittedTheThirdIsChosen()
    {
        auto &first = m_gateway->person("wangxm");
        const auto body = hotelSubmission(*m_gateway, first, {"HT-01"});
        m_case = newId();
        QCOMPARE(first.act("case.submit", m_case, body), std::string("201"));
        const auto began = head();
        Person village(m_gateway->port(), "liqh", "D-village");
        QCOMPARE(village.signIn().status, 201);
        QCOMPARE(submitLate(village, body, "13800000002"), std::string("409 case.conflict"));
        QCOMPARE(
            submitLate(m_gateway->person("liqh"), body, "13800000003"), std::string("409 case.conflict"));
        const auto conflicts = view().conflicts;
        QCOMPARE(conflicts.size(), std::size_t(2));
        QCOMPARE(choose(conflicts[0].late, began), std::string("201"));
        m_gateway->restart();
        QCOMPARE(choose(conflicts[1].late, conflicts[1].late), std::string("201"));
        QCOMPARE(view().values[mobile], Json("13800000003"));
        QCOMPARE(view().conflicts[0].chosen, began);
        QCOMPARE(view().conflicts[1].chosen, conflicts[1].late);
    }

    void whatIsWrongInItselfIsRefusedAndNotKept()
    {
        const auto seen = head();
        QCOMPARE(supplement("wangxm", seen, "13800000002").outcome(), std::string("201"));
        QCOMPARE(supplement("liqh", seen, "12").outcome(), std::string("422 case.invalid"));
        QVERIFY(view().conflicts.empty());
    }

private:
    casework::CaseFile view() const
    {
        const auto file =
            wire::caseFromJson(m_gateway->person("wangxm").http().get("/v1/cases/" + m_case).json());
        return file ? *file : casework::CaseFile();
    }
    std::string head() const { return view().head; }

    std::string submitLate(Person &clerk, Json body, const std::string &number) const
    {
        body["values"][mobile] = number;
        return clerk.act("case.submit", m_case, std::move(body));
    }
    std::string choose(const std::string &late, const std::string &version)
    {
        auto operation = m_gateway->person("zhoums").operation("case.resolve", m_case,
            {{"matter", view().bundle}, {"late", late}, {"chosen", version}, {"reason", "已核实"}});
        operation["base"] = head();
        return m_gateway->person("zhoums").put(operation).outcome();
    }
    Json supplementOf(const std::string &name, const std::string &seen, const std::string &number)
    {
        auto operation = m_gateway->person(name).operation(
            "subcase.supplement", m_case, {{"matter", "HT-01"}, {"values", {{mobile, number}}}});
        operation["base"] = seen;
        operation["window"] = "综合窗口 2 号";
        return operation;
    }
    Response supplement(const std::string &name, const std::string &seen, const std::string &number)
    {
        return m_gateway->person(name).put(supplementOf(name, seen, number));
    }

    std::unique_ptr<RunningGateway> m_gateway;
    std::string m_case;
};

QTEST_GUILESS_MAIN(ConflictsTest)
#include "tst_conflicts.moc"
