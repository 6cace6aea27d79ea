#include "gateway/hotelsubmission.h"

#include "core/casework/part.h"
#include "support/jsoninmessages.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace quanke;
using namespace quanke::test;

namespace {

const std::vector<std::string> allThirteen{"HT-01", "HT-02", "HT-03", "HT-04", "HT-05", "HT-06", "HT-07",
    "HT-08", "HT-09", "HT-10", "HT-11", "HT-12", "HT-13"};

} // namespace

class CasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_clerk = &m_gateway->person("wangxm");
        m_case = newId();
    }
    void cleanup() { m_gateway.reset(); }

    void aHotelFromThePushToTheHandOver()
    {
        submit(allThirteen);
        QCOMPARE(states()["HT-01"], Json("received"));
        QCOMPARE(states()["HT-03"], Json("waiting"));
        approve("HT-01", licenceOutputs());
        QCOMPARE(states()["HT-02"], Json("received"));
        QCOMPARE(states()["HT-03"], Json("waiting"));
        for (const auto &matter : allThirteen) {
            if (matter != "HT-01" && matter != "HT-03") {
                approve(matter);
            }
        }
        approve("HT-03");
        const auto decided = states();
        for (const auto &[matter, state] : decided.items()) {
            QVERIFY2(state == "approved", matter.c_str());
        }
        auto &window = m_gateway->person("zhaoym");
        const Json collector{{"name", "陈谷雨"}, {"idNo", "409900198504200021"}, {"mobile", "13800000012"}};
        const std::vector<std::string> some{"HT-01", "HT-03"};
        QCOMPARE(window.act("result.issue", m_case,
                     {{"matters", some}, {"collector", collector}, {"signature", nullptr}}),
            std::string("201"));
        QCOMPARE(states()["HT-03"], Json("issued"));
        QCOMPARE(states()["HT-04"], Json("approved")); // handed over in part
    }

    void aDepartmentSeesItsPartAndNothingMore()
    {
        const auto body = submit(allThirteen);
        approve("HT-01", licenceOutputs());
        for (const auto &matter : allThirteen) {
            const auto *definition = m_gateway->catalogue().matter(matter);
            const auto view = m_gateway->approverOf(matter).http().get("/v1/cases/" + m_case);
            QCOMPARE(view.status, 200);
            const auto file = wire::caseFromJson(view.json());
            QVERIFY(bool(file));
            std::set<std::string> allowed;
            for (const auto &[id, subCase] : file->subCases) {
                QCOMPARE(m_gateway->catalogue().matter(id)->department, definition->department);
                allowed.merge(
                    casework::declaredKeys(m_gateway->catalogue(), *m_gateway->catalogue().matter(id)));
            }
            for (const auto &[key, value] : body["values"].items()) {
                const bool isThere = view.body.find("\"" + key + "\":") != std::string::npos;
                QVERIFY2(!isThere || allowed.contains(key), (matter + " sees " + key).c_str());
            }
            QVERIFY(
                file->values.contains("operator/person.name") || !allowed.contains("operator/person.name"));
            QVERIFY(!file->applicant.contains("idNo"));
        }
    }

    void whoActedIsNamedToThoseWhoSeeTheAct()
    {
        submit({"HT-01", "HT-02"});
        approve("HT-01", licenceOutputs());
        const Json whole = view();
        const auto clerk = whole["receivedBy"].get<std::string>();
        const auto approver = whole["history"].back()["actor"].get<std::string>();
        QVERIFY(whole["people"].value(clerk, clerk) != clerk);
        QVERIFY(whole["people"].value(approver, approver) != approver);
        const Json part = m_gateway->approverOf("HT-02").http().get("/v1/cases/" + m_case).json();
        QVERIFY(part["people"].contains(clerk));
        QVERIFY(!part["people"].contains(approver));
    }

    void whatLooksLikeSqlIsText()
    {
        const std::string sql = "'); DROP TABLE cases; --";
        submit({"HT-01"});
        QCOMPARE(m_clerk->act("case.note", m_case, {{"text", sql}}), std::string("201"));
        QVERIFY(view().dump().find(sql) != std::string::npos);
        const std::string everything = "%27%20OR%20%271%27%3D%271";
        for (const std::string address :
            {"/v1/cases?text=", "/v1/cases?number=", "/v1/cases?state=", "/v1/cases/"}) {
            const auto response = m_clerk->http().get(address + everything);
            QVERIFY2(response.status < 500, address.c_str());
            QVERIFY2(response.body.find(m_case) == std::string::npos, address.c_str());
        }
        QCOMPARE(states()["HT-01"], Json("received"));
    }

    void aResultReachesThoseWhoNeedIt()
    {
        submit({"HT-01", "HT-02"});
        auto &seals = m_gateway->approverOf("HT-02");
        QVERIFY(!seals.http().get("/v1/cases/" + m_case).json()["values"].contains("org/org.uscc"));
        auto &market = m_gateway->approverOf("HT-01");
        const auto licence = market.upload(somePdf("licence"), "application/pdf", "营业执照.pdf");
        QCOMPARE(market.act("subcase.decide", m_case,
                     decisionOn(*m_gateway, "HT-01", "approved", licenceOutputs(), licence)),
            std::string("201"));
        const auto values = seals.http().get("/v1/cases/" + m_case).json()["values"];
        QCOMPARE(values["org/org.uscc"], licenceOutputs()["org/org.uscc"]);
        QCOMPARE(values["MH10"], Json::array({licence}));
        QCOMPARE(seals.http().get("/v1/documents/" + licence["sha256"].get<std::string>()).body,
            somePdf("licence"));
    }

    void aDecisionsOutputsAreCheckedByTheirElements()
    {
        submit({"HT-01"});
        auto &market = m_gateway->approverOf("HT-01");
        auto outputs = licenceOutputs();
        outputs["org/org.uscc"] = "92409900MA0A0A0A00"; // wrong check digit
        QCOMPARE(market.act("subcase.decide", m_case, decisionOn(*m_gateway, "HT-01", "approved", outputs)),
            std::string("422 case.invalid"));
        outputs.erase("org/org.uscc");
        QCOMPARE(market.act("subcase.decide", m_case, decisionOn(*m_gateway, "HT-01", "approved", outputs)),
            std::string("422 case.invalid"));
        QCOMPARE(states()["HT-01"], Json("received"));
    }

    void aCaseComesBackForCorrectionAndGoesOn()
    {
        submit({"HT-01"});
        auto &market = m_gateway->approverOf("HT-01");
        const Json items = Json::array({{{"key", "operator/person.mobile"}, {"reason", "空号"}}});
        QCOMPARE(market.act("subcase.requestCorrection", m_case, {{"matter", "HT-01"}, {"items", items}}),
            std::string("201"));
        const auto seen = view()["subCases"]["HT-01"];
        QCOMPARE(seen["state"], Json("correction"));
        QCOMPARE(seen["correction"][0]["reason"], Json("空号"));
        const auto supplement = [this](const std::string &key, const Json &value) {
            return m_clerk->act(
                "subcase.supplement", m_case, {{"matter", "HT-01"}, {"values", {{key, value}}}});
        };
        QCOMPARE(supplement("operator/person.name", "陈谷"), std::string("422 operation.unknown-key"));
        QCOMPARE(supplement("operator/person.mobile", "12"), std::string("422 case.invalid"));
        QCOMPARE(supplement("operator/person.mobile", "13800000099"), std::string("201"));
        QCOMPARE(view()["subCases"]["HT-01"]["state"], Json("supplemented"));
        QCOMPARE(view()["values"]["operator/person.mobile"], Json("13800000099"));
        approve("HT-01", licenceOutputs());
    }

    void oneRefusalLeavesTheRestGoing()
    {
        submit({"HT-01", "HT-05", "HT-03", "HT-08"});
        approve("HT-01", licenceOutputs());
        auto &fire = m_gateway->approverOf("HT-05");
        QCOMPARE(fire.act("subcase.refuse", m_case,
                     {{"matter", "HT-05"}, {"reason", "材料不齐"}, {"clause", "第十五条"}}),
            std::string("201"));
        approve("HT-08");
        const auto seen = view()["subCases"];
        QCOMPARE(seen["HT-05"]["reason"], Json("材料不齐"));
        QCOMPARE(seen["HT-03"]["state"], Json("waiting"));
        QCOMPARE(seen["HT-03"]["blockedBy"], Json({"HT-05"}));
        QCOMPARE(seen["HT-08"]["state"], Json("approved"));
    }

    void theWorkListShowsWhatIsDueWhen()
    {
        submit({"HT-01", "HT-04"}, {{"healthMode", "ordinary"}});
        const auto market = m_gateway->approverOf("HT-01").http().get("/v1/work").json()["items"];
        QCOMPARE(market.size(), std::size_t(1));
        QCOMPARE(market[0]["matter"], Json("HT-01"));
        QCOMPARE(market[0]["applicant"], Json("陈谷雨"));
        QCOMPARE(market[0]["due"], Json("2026-11-21")); // received on that Saturday, zero working days
        auto &health = m_gateway->approverOf("HT-04");
        QCOMPARE(health.http().get("/v1/work").json()["items"][0]["due"], Json("")); // waits for HT-01
        approve("HT-01", licenceOutputs());
        QCOMPARE(
            health.http().get("/v1/work").json()["items"][0]["due"], Json("2026-12-04")); // ten working days
        QCOMPARE(
            m_gateway->approverOf("HT-01").http().get("/v1/work").json()["items"].size(), std::size_t(0));
    }

    void casesAreFoundByNumberStateAndName()
    {
        const auto body = submit({"HT-01", "HT-08"});
        const auto count = [this](const std::string &query) {
            return int(m_clerk->http().get("/v1/cases?" + query).json()["items"].size());
        };
        QCOMPARE(count("number=" + body["number"].get<std::string>()), 1);
        QCOMPARE(count("number=QS-0"), 0);
        QCOMPARE(count("state=received"), 1);
        QCOMPARE(count("state=issued"), 0);
        QCOMPARE(count("text=%E8%B0%B7"), 1);
        const auto item = m_gateway->approverOf("HT-08").http().get("/v1/cases").json()["items"][0];
        QCOMPARE(item["states"], Json({{"HT-08", "received"}}));
        QCOMPARE(
            m_gateway->approverOf("HT-05").http().get("/v1/cases").json()["items"].size(), std::size_t(0));
        QCOMPARE(m_gateway->approverOf("HT-05").http().get("/v1/cases/" + m_case).outcome(),
            std::string("404 case.unknown"));
    }

    void aViewIsOnlySentWhenItHasChanged()
    {
        submit({"HT-01"});
        const auto path = "/v1/cases/" + m_case;
        const auto tag = m_clerk->http().get(path).header("etag");
        const auto same = m_clerk->http().get(path, {{"If-None-Match", tag}});
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.empty());
        approve("HT-01", licenceOutputs());
        QCOMPARE(m_clerk->http().get(path, {{"If-None-Match", tag}}).status, 200);
    }

    void changesTellWhatHappenedToWhom()
    {
        const auto before = m_clerk->http().get("/v1/changes").json()["cursor"];
        submit({"HT-01", "HT-02", "HT-08"});
        approve("HT-01", licenceOutputs());
        const auto hall = changesAfter(*m_clerk, before);
        QVERIFY(hall.find("case.submit:") != std::string::npos);
        QVERIFY(hall.find("subcase.decide:HT-01") != std::string::npos);
        QVERIFY(hall.find("subcase.decide:HT-02") != std::string::npos); // it goes on
        const auto signs = changesAfter(m_gateway->approverOf("HT-08"), before);
        QVERIFY(signs.find("case.submit:") != std::string::npos);
        QVERIFY(signs.find("HT-01") == std::string::npos);
        QCOMPARE(changesAfter(m_gateway->approverOf("HT-05"), before), std::string());
    }

    void whoWaitsForChangesIsWoken()
    {
        auto &other = m_gateway->person("liqh");
        const auto cursor = other.http().get("/v1/changes").json()["cursor"].dump();
        QElapsedTimer timer;
        timer.start();
        auto waiting = std::async(std::launch::async,
            [&] { return other.http().get("/v1/changes?wait=20&cursor=" + cursor).json(); });
        QCOMPARE(waiting.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
        submit({"HT-01"});
        const auto page = waiting.get();
        QVERIFY(!page["changes"].empty());
        QVERIFY(timer.elapsed() < 15'000);
        const auto nothing = other.http().get("/v1/changes?wait=1&cursor=" + page["cursor"].dump()).json();
        QVERIFY(nothing["changes"].empty());
        QCOMPARE(nothing["cursor"], page["cursor"]);
    }

    void aSupervisorReadsButDoesNotDecide()
    {
        submit({"HT-01"});
        auto &supervisor = m_gateway->person("zhoums");
        QCOMPARE(supervisor.http().get("/v1/cases/" + m_case).status, 200);
        QCOMPARE(supervisor.act("subcase.decide", m_case, decisionOn(*m_gateway, "HT-01", "denied")),
            std::string("403 operation.not-allowed"));
        QCOMPARE(m_gateway->approverOf("HT-08").act("subcase.accept", m_case, {{"matter", "HT-01"}}),
            std::string("403 operation.wrong-department"));
    }

private:
    Json submit(const std::vector<std::string> &ticked, const form::Answers &answers = {})
    {
        const auto body = hotelSubmission(*m_gateway, *m_clerk, ticked, answers);
        const auto response = m_clerk->put(m_clerk->operation("case.submit", m_case, body));
        if (response.status != 201) {
            qFatal("%s", response.body.c_str());
        }
        return body;
    }

    void approve(const std::string &matter, const Json &outputs = Json::object())
    {
        auto &approver = m_gateway->approverOf(matter);
        QCOMPARE(approver.act("subcase.accept", m_case, {{"matter", matter}}), std::string("201"));
        QCOMPARE(approver.act("subcase.decide", m_case, decisionOn(*m_gateway, matter, "approved", outputs)),
            std::string("201"));
    }

    Json view() { return m_clerk->http().get("/v1/cases/" + m_case).json(); }

    Json states()
    {
        Json found = Json::object();
        const auto seen = view();
        for (const auto &[matter, subCase] : seen["subCases"].items()) {
            found[matter] = subCase["state"];
        }
        return found;
    }

    static std::string changesAfter(Person &person, const Json &cursor)
    {
        std::string text;
        const auto page = person.http().get("/v1/changes?cursor=" + cursor.dump()).json();
        for (const auto &change : page["changes"]) {
            text += change["kind"].get<std::string>() + ":" + change["matter"].get<std::string>() + " ";
        }
        return text;
    }

    std::unique_ptr<RunningGateway> m_gateway;
    Person *m_clerk = nullptr;
    std::string m_case;
};

QTEST_GUILESS_MAIN(CasesTest)
#include "tst_cases.moc"
