#include "gateway/hotelsubmission.h"

#include "support/jsoninmessages.h"

#include <QTest>

using namespace quanke;
using namespace quanke::test;

namespace {

const Json atWindow3{{"window", "综合窗口 3 号"}};
const Json atWindow2{{"window", "综合窗口 2 号"}};

} // namespace

/// Who works on a case, for others to see.
class LeasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_case = newId();
        auto &receiver = m_gateway->person("wangxm");
        QCOMPARE(
            receiver.act("case.submit", m_case, hotelSubmission(*m_gateway, receiver, {"HT-01", "HT-08"})),
            std::string("201"));
    }
    void cleanup() { m_gateway.reset(); }

    void isSeenByOthers()
    {
        QCOMPARE(viewOf("liqh")["lease"], Json());
        const auto cursor = m_gateway->person("liqh").http().get("/v1/changes").json()["cursor"].dump();
        QCOMPARE(take("wangxm", atWindow3).status, 200);
        const auto changes =
            m_gateway->person("liqh").http().get("/v1/changes?cursor=" + cursor).json()["changes"];
        QCOMPARE(changes.size(), std::size_t(1));
        const auto lease = viewOf("liqh")["lease"];
        QCOMPARE(lease["displayName"], Json("王小满"));
        QCOMPARE(lease["window"], Json("综合窗口 3 号"));
        QCOMPARE(lease["since"], Json("2026-11-21T01:00:00.000Z"));
        QCOMPARE(end("wangxm").status, 204);
        QCOMPARE(viewOf("liqh")["lease"], Json());
    }

    void isTakenOverOnlyByNamingIt()
    {
        QCOMPARE(take("wangxm", atWindow3).json()["fence"], Json(1));
        const auto refused = take("liqh", atWindow2);
        QCOMPARE(refused.outcome(), std::string("409 lease.held"));
        QCOMPARE(refused.json()["arguments"]["lease"]["operator"], Json("wangxm"));
        auto instead = atWindow2;
        instead["instead"] = 1;
        QCOMPARE(take("liqh", instead).json()["fence"], Json(2));
        QCOMPARE(take("wangxm", atWindow3).outcome(), std::string("409 lease.held")); // and hears of it
        auto late = atWindow3;
        late["instead"] = 1; // it has moved on since
        QCOMPARE(take("wangxm", late).outcome(), std::string("409 lease.held"));
        QCOMPARE(end("wangxm").status, 204); // ends nobody else's
        QCOMPARE(viewOf("zhaoym")["lease"]["operator"], Json("liqh"));
    }

    void lastsAsLongAsItIsRenewed()
    {
        QCOMPARE(take("wangxm", atWindow3).status, 200);
        m_gateway->clock().advance(std::chrono::minutes(4));
        const auto renewed = take("wangxm", atWindow3).json();
        QCOMPARE(renewed["fence"], Json(1));
        QCOMPARE(renewed["since"], Json("2026-11-21T01:00:00.000Z"));
        m_gateway->clock().advance(std::chrono::minutes(4));
        m_gateway->restart();
        QCOMPARE(viewOf("liqh")["lease"]["operator"], Json("wangxm"));
        m_gateway->clock().advance(std::chrono::minutes(1));
        QCOMPARE(viewOf("liqh")["lease"], Json());
        QCOMPARE(take("liqh", atWindow2).json()["fence"], Json(2));
    }

    void whatWasTypedUnderALeaseThatEndedIsKeptAsAProposal()
    {
        ask();
        QCOMPARE(take("wangxm", atWindow3).status, 200);
        const auto seen = viewOf("wangxm")["head"].get<std::string>();
        m_gateway->clock().advance(std::chrono::minutes(6));
        QCOMPARE(take("liqh", atWindow2).status, 200);
        QCOMPARE(supplement("liqh", viewOf("liqh")["head"], "13800000002"), std::string("201"));
        QCOMPARE(supplement("wangxm", seen, "13800000003"), std::string("409 case.conflict"));
        QCOMPARE(viewOf("wangxm")["values"][mobile], Json("13800000002"));
        QCOMPARE(viewOf("wangxm")["conflicts"].size(), std::size_t(1));
    }

    void goesWithTheCaseThatIsHandedOver()
    {
        ask();
        const auto seen = viewOf("wangxm")["head"].get<std::string>();
        QCOMPARE(take("wangxm", atWindow3).status, 200);
        const Json to2{{"window", "综合窗口 2 号"}, {"reason", "下班交接"}};
        QCOMPARE(m_gateway->person("zhaoym").act("case.handOver", m_case, to2),
            std::string("403 operation.not-allowed"));
        QCOMPARE(m_gateway->person("zhoums").act("case.handOver", m_case, to2), std::string("201"));
        QCOMPARE(viewOf("liqh")["heldAt"], Json("综合窗口 2 号"));
        QCOMPARE(viewOf("liqh")["lease"], Json());
        QCOMPARE(take("liqh", atWindow2).json()["fence"], Json(2));
        // The one who worked on it has not heard of that: what was typed is kept.
        QCOMPARE(supplement("wangxm", seen, "13800000003"), std::string("409 case.conflict"));
        QCOMPARE(viewOf("liqh")["conflicts"].size(), std::size_t(1));
    }

    void isHandedToAClerkWhereverTheySit()
    {
        const auto clerks = m_gateway->person("wangxm").http().get("/v1/clerks").json()["items"];
        const auto isThere = [&](const char *name) {
            return std::any_of(
                clerks.begin(), clerks.end(), [&](const Json &clerk) { return clerk["name"] == name; });
        };
        QVERIFY(isThere("liqh") && !isThere("zhaoym")); // who hands results out goes on with no case
        Json body{{"window", "综合窗口 3 号"}, {"clerk", "liqh"}, {"reason", "下班交接"}};
        QCOMPARE(m_gateway->person("zhoums").act("case.handOver", m_case, body), std::string("201"));
        QCOMPARE(viewOf("liqh")["heldBy"], Json("liqh"));
        QVERIFY(viewOf("liqh")["people"].contains("liqh"));
        QCOMPARE(m_gateway->person("zhoums").act("case.handOver", m_case, body),
            std::string("409 case.held-there"));
        for (const char *nobody :
            {"liqihe", "zhaoym", "zhengsc"}) { // unknown; hands results out; administers
            body["clerk"] = nobody;
            QCOMPARE(m_gateway->person("zhoums").act("case.handOver", m_case, body),
                std::string("422 case.unknown-clerk"));
        }
        QCOMPARE(viewOf("liqh")["heldBy"], Json("liqh"));
        body.erase("clerk");
        body["window"] = "综合窗口 2 号";
        QCOMPARE(m_gateway->person("zhoums").act("case.handOver", m_case, body), std::string("201"));
        QCOMPARE(viewOf("liqh")["heldBy"], Json(""));
    }

    void onePersonAtTwoDesksIsTwo()
    {
        HttpClient other(m_gateway->port());
        const Json signIn{{"operator", "wangxm"}, {"password", "Quanke-2026"}, {"device", "D-second"}};
        other.setToken(other.send("POST", "/v1/sessions", signIn.dump()).json()["token"]);
        QCOMPARE(take("wangxm", atWindow3).status, 200);
        const auto refused = other.send("PUT", path(), atWindow2.dump());
        QCOMPARE(refused.outcome(), std::string("409 lease.held"));
        auto instead = atWindow2;
        instead["instead"] = refused.json()["arguments"]["lease"]["fence"];
        QCOMPARE(other.send("PUT", path(), instead.dump()).status, 200);
        QCOMPARE(take("wangxm", atWindow3).outcome(), std::string("409 lease.held"));
    }

    void everyDepartmentHasItsOwn()
    {
        auto &market = m_gateway->approverOf("HT-01");
        QCOMPARE(take("wangxm", atWindow3).status, 200);
        QCOMPARE(market.http().send("PUT", path(), R"({"window":"市监局"})").status, 200);
        QCOMPARE(viewOf("wangxm")["lease"]["operator"], Json("wangxm"));
        QCOMPARE(market.http().get("/v1/cases/" + m_case).json()["lease"]["operator"], Json(market.name()));
        QCOMPARE(m_gateway->approverOf("HT-08").http().get("/v1/cases/" + m_case).json()["lease"], Json());
        QCOMPARE(m_gateway->approverOf("HT-03").http().send("PUT", path(), atWindow3.dump()).outcome(),
            std::string("404 case.unknown")); // no part in it
        QCOMPARE(m_gateway->person("zhengsc").http().send("PUT", path(), atWindow3.dump()).outcome(),
            std::string("403 session.wrong-role"));
    }

    void itsRenewalIsToldBeforeItSeemsOver()
    {
        auto &http = m_gateway->person("liqh").http();
        const auto cursor = http.get("/v1/changes").json()["cursor"].dump();
        std::string until; // as whoever follows knows it
        std::size_t told = 0;
        for (int minute = 0; minute < 20; ++minute) {
            QCOMPARE(take("wangxm", atWindow3).status, 200);
            const auto changes = http.get("/v1/changes?cursor=" + cursor).json()["changes"].size();
            if (changes > told)
                until = viewOf("liqh")["lease"]["until"];
            told = changes;
            m_gateway->clock().advance(std::chrono::seconds(59));
            QVERIFY2(until > toText(m_gateway->clock().now()), std::to_string(minute).c_str());
        }
        QVERIFY(told < 8);
    }

    void theHallsIsToldToNoDepartment()
    {
        auto &market = m_gateway->approverOf("HT-01").http();
        const auto cursor = market.get("/v1/changes").json()["cursor"].dump();
        QCOMPARE(take("wangxm", atWindow3).status, 200);
        QCOMPARE(end("wangxm").status, 204);
        QCOMPARE(market.get("/v1/changes?cursor=" + cursor).json()["changes"].size(), std::size_t(0));
        QCOMPARE(market.send("PUT", path(), R"({"window":"市监局"})").status, 200);
        QCOMPARE(market.get("/v1/changes?cursor=" + cursor).json()["changes"].size(), std::size_t(1));
        const auto all =
            m_gateway->person("liqh").http().get("/v1/changes?cursor=" + cursor).json()["changes"];
        QCOMPARE(all.size(), std::size_t(3));
        QCOMPARE(all[0]["matter"], Json("")); // the hall's people hear of all
    }

    void aWindowsNameIsBounded()
    {
        std::string window;
        for (int i = 0; i < 100; ++i)
            window += "窗";
        QCOMPARE(take("wangxm", {{"window", window}}).status, 200);
        const auto refused = take("wangxm", {{"window", window + "口"}});
        QCOMPARE(refused.outcome(), std::string("422 request.malformed"));
        QCOMPARE(refused.json()["arguments"]["limit"], Json(100));
    }

    void whoAsksAgainGetsWhatChanged()
    {
        auto &http = m_gateway->person("liqh").http();
        const auto tag = http.get("/v1/cases/" + m_case).header("etag");
        QCOMPARE(take("wangxm", atWindow3).status, 200);
        QCOMPARE(http.send("GET", "/v1/cases/" + m_case, {}, {{"If-None-Match", tag}}).status, 200);
    }

private:
    std::string path() const { return "/v1/cases/" + m_case + "/lease"; }
    Response take(const std::string &name, const Json &body)
    {
        return m_gateway->person(name).http().send("PUT", path(), body.dump());
    }
    Response end(const std::string &name)
    {
        return m_gateway->person(name).http().send("DELETE", path(), {});
    }
    Json viewOf(const std::string &name)
    {
        return m_gateway->person(name).http().get("/v1/cases/" + m_case).json();
    }
    void ask()
    {
        QCOMPARE(
            m_gateway->approverOf("HT-01").act("subcase.requestCorrection", m_case,
                {{"matter", "HT-01"}, {"items", Json::array({{{"key", mobile}, {"reason", "打不通"}}})}}),
            std::string("201"));
    }
    std::string supplement(const std::string &name, const Json &seen, const std::string &number)
    {
        auto operation = m_gateway->person(name).operation(
            "subcase.supplement", m_case, {{"matter", "HT-01"}, {"values", {{mobile, number}}}});
        operation["base"] = seen;
        return m_gateway->person(name).put(operation).outcome();
    }

    std::unique_ptr<RunningGateway> m_gateway;
    std::string m_case;
};

QTEST_GUILESS_MAIN(LeasesTest)
#include "tst_leases.moc"
