#include "gateway/hotelsubmission.h"
#include "gateway/runninggateway.h"
#include "gateway/store/sql/connection.h"
#include "seal/digest.h"
#include "support/jsoninmessages.h"
#include "support/must.h"
#include "trace/page.h"
#include "trace/verifier.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::test;

namespace {

/// A desk's lines, as its vault would write them.
struct DeskChain {
    std::string device;
    trace::End end{};

    std::string next(const char *act)
    {
        const trace::Entry entry{.act = act, .actor = "wangxm", .device = device};
        const auto link = trace::linksAfter(end, entry, *parseInstant("2026-11-21T01:00:00Z")).front();
        end = trace::endAt(link);
        return link.text;
    }
};

Json linesOf(const std::vector<std::string> &texts)
{
    return {{"lines", texts}};
}

} // namespace

class TraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_gateway = std::make_unique<RunningGateway>(); }
    void cleanup() { m_gateway.reset(); }

    void whatIsDoneAndSeenIsTold()
    {
        auto &clerk = m_gateway->person("wangxm");
        const auto id = submitted(clerk);
        QCOMPARE(clerk.http().get("/v1/cases/" + id, {{"Quanke-Purpose", "complaint"}}).status, 200);
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
        QCOMPARE(clerk.http().get("/v1/cases?text=%E7%8E%8B").status, 200);
        QCOMPARE(clerk.act("case.note", id, {{"text", "王小满 called 13800138000"}}), std::string("201"));

        const auto submission = lineOf("case.submit");
        QCOMPARE(submission["actor"], Json("wangxm"));
        QCOMPARE(submission["device"], Json("D-wangxm"));
        QCOMPARE(submission["roles"], Json::array({"clerk"}));
        QCOMPARE(submission["case"], Json(id));
        QVERIFY(submission.contains("operation") && submission.contains("digest"));
        const auto view = lineOf("view-case");
        QCOMPARE(view["case"], Json(id));
        QCOMPARE(view["purpose"], Json("complaint"));
        QCOMPARE(lineOf("list-cases")["count"], Json(1));
        QCOMPARE(lineOf("case.note")["case"], Json(id));
        for (const char *act : {"start", "sign-in", "search-cases", "read-trace"}) {
            QVERIFY2(!lineOf(act).is_null(), act);
        }
    }

    /// An answer that says that nothing has changed shows nothing.
    void whatIsNotShownIsNotTold()
    {
        auto &clerk = m_gateway->person("wangxm");
        const auto path = "/v1/cases/" + submitted(clerk);
        const auto tag = clerk.http().get(path).header("etag");
        const auto before = lines().size();
        QCOMPARE(clerk.http().get(path, {{"If-None-Match", tag}}).status, 304);
        QCOMPARE(lines().size(), before + 1); // that the trace was read
    }

    void whatIsRefusedIsToldWithWhoTried()
    {
        auto &clerk = m_gateway->person("wangxm");
        auto &approver = m_gateway->approverOf("HT-01");
        const auto id = submitted(clerk);
        QCOMPARE(clerk.http().get("/v1/trace").outcome(), std::string("403 session.wrong-role"));
        QCOMPARE(lineOf("refused")["actor"], Json("wangxm"));
        QCOMPARE(lineOf("refused")["outcome"], Json("session.wrong-role"));
        QCOMPARE(approver.http().get("/v1/cases/" + newId()).outcome(), std::string("404 case.unknown"));
        QCOMPARE(lineOf("view-case")["outcome"], Json("case.unknown"));
        QCOMPARE(
            clerk.act("subcase.accept", id, {{"matter", "HT-01"}}), std::string("403 operation.not-allowed"));
        QCOMPARE(lineOf("subcase.accept")["outcome"], Json("operation.not-allowed"));
        QCOMPARE(lineOf("subcase.accept")["matter"], Json("HT-01"));
    }

    void aWrongPasswordIsToldAndWhatWasTypedIsNot()
    {
        Person known(m_gateway->port(), "wangxm");
        QCOMPARE(known.signIn("Wrong-2026").status, 401);
        QCOMPARE(lineOf("sign-in-refused")["actor"], Json("wangxm"));
        Person unknown(m_gateway->port(), "409900199001011234", "D-1");
        QCOMPARE(unknown.signIn("Wrong-2026").status, 401);
        QVERIFY(!lineOf("sign-in-refused").contains("actor"));
        QVERIFY(whole().find("409900199001011234") == std::string::npos);
        QVERIFY(whole().find("Wrong-2026") == std::string::npos);
    }

    /// What applicants have said, and what was looked for, stands in no line.
    void nothingOfPeopleIsInIt()
    {
        auto &clerk = m_gateway->person("wangxm");
        const auto submission = hotelSubmission(*m_gateway, clerk, {"HT-01"});
        const auto id = newId();
        QCOMPARE(clerk.act("case.submit", id, submission), std::string("201"));
        QCOMPARE(clerk.http().get("/v1/cases/" + id).status, 200);
        QCOMPARE(clerk.http().get("/v1/cases?text=409900199001011234").status, 200);
        QCOMPARE(clerk.http().get("/v1/cases/409900199001011234").status, 404);
        QCOMPARE(clerk.act("case.note", id, {{"text", "canary-13800138000"}}), std::string("201"));
        const auto odd = clerk.operation("subcase.accept", id, {{"matter", "409900199001011234"}});
        QVERIFY(clerk.put(odd).status >= 400);
        const auto text = whole();
        const Json &values = submission["values"];
        int looked = 0;
        for (const auto &[key, value] : values.items()) {
            if (value.is_string() && value.get<std::string>().size() > 5) {
                ++looked;
                QVERIFY2(text.find(value.get<std::string>()) == std::string::npos, key.c_str());
            }
        }
        QVERIFY(looked > 3);
        for (const auto *canary : {"409900199001011234", "13800138000", "canary"}) {
            QVERIFY2(text.find(canary) == std::string::npos, canary);
        }
        QVERIFY(text.find(submission["applicant"]["name"].get<std::string>()) == std::string::npos);
    }

    /// Its line and the act are one: where the line finds no place there is no act, and no look.
    void withoutItsLineThereIsNoAct()
    {
        auto &clerk = m_gateway->person("wangxm");
        const auto id = submitted(clerk);
        const auto submission = hotelSubmission(*m_gateway, clerk, {"HT-01"});
        const auto other = newId();
        run("CREATE TRIGGER full BEFORE INSERT ON trace BEGIN SELECT RAISE(ABORT, 'no line'); END");
        QCOMPARE(clerk.http().get("/v1/cases/" + id).outcome(), std::string("503 store.unavailable"));
        QCOMPARE(clerk.http().get("/v1/cases").outcome(), std::string("503 store.unavailable"));
        const auto operation = clerk.operation("case.submit", other, submission);
        QCOMPARE(clerk.put(operation).outcome(), std::string("503 store.unavailable"));
        Person another(m_gateway->port(), "liqh");
        QCOMPARE(another.signIn().outcome(), std::string("503 store.unavailable"));
        run("DROP TRIGGER full");
        QCOMPARE(clerk.http().get("/v1/cases/" + other).outcome(), std::string("404 case.unknown"));
        QCOMPARE(clerk.put(operation).outcome(), std::string("201"));
        QCOMPARE(verified(), std::string());
    }

    void itIsAppendOnly()
    {
        for (const char *statement : {"UPDATE trace SET text = ''", "DELETE FROM trace"}) {
            QVERIFY(!m_gateway->gateway().context().database.write<Done>(
                [&](gateway::Connection &connection) -> Result<Done> {
                    connection.run(statement);
                    return Done{};
                }));
        }
    }

    void itGoesOnWhereItStoodAndSaysSo()
    {
        submitted(m_gateway->person("wangxm"));
        m_gateway->restart();
        QVERIFY(!lineOf("stop").is_null());
        QCOMPARE(verified(), std::string());
    }

    void whoChangesTheStoreIsFoundOut()
    {
        submitted(m_gateway->person("wangxm"));
        QCOMPARE(verified(), std::string());
        run("DROP TRIGGER trace_is_not_changed");
        run("UPDATE trace SET text = replace(text, 'wangxm', 'liqh') WHERE text LIKE '%case.submit%'");
        QVERIFY(verified().starts_with("trace.changed "));
    }

    void aClockThatIsSetBackIsTold()
    {
        auto &clerk = m_gateway->person("wangxm");
        submitted(clerk);
        m_gateway->clock().advance(-std::chrono::hours(2));
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
        QVERIFY(!lineOf("clock-set-back").is_null());
        QVERIFY(verified().starts_with("trace.clock-set-back "));
    }

    void isReadInPages()
    {
        submitted(m_gateway->person("wangxm"));
        auto &auditor = m_gateway->person("qianqs");
        std::vector<std::string> paged;
        trace::Page page;
        do {
            page = must(trace::pageFromJson(
                auditor.http().get("/v1/trace?limit=2&after=" + std::to_string(paged.size())).json()));
            std::ranges::move(page.lines, std::back_inserter(paged));
        } while (page.lines.size() == 2);
        QVERIFY(paged.size() > 5);
        trace::Verifier verifier(trace::gatewayChain, page.key, page.heads);
        for (const auto &line : paged) {
            verifier.add(line);
        }
        QVERIFY(verifier.finish().empty());
        for (const char *bad : {"after=-1", "after=x", "limit=0", "limit=1001", "limit=x"}) {
            QCOMPARE(auditor.http().get(std::string("/v1/trace?") + bad).outcome(),
                std::string("400 request.parameter"));
        }
    }

    /// Desks fetch each case that has changed: nobody has looked at it by that.
    void whatADeskKeepsInStepIsNoView()
    {
        auto &clerk = m_gateway->person("wangxm");
        const auto path = "/v1/cases/" + submitted(clerk);
        QCOMPARE(clerk.http().get(path, {{"Quanke-Purpose", "keeping"}}).status, 200);
        QVERIFY(lineOf("view-case").is_null());
        QCOMPARE("/v1/cases/" + lineOf("fetch-case").value("case", ""), path);
    }

    void aPurposeIsOneOfTheList()
    {
        auto &clerk = m_gateway->person("wangxm");
        const auto path = "/v1/cases/" + submitted(clerk);
        QCOMPARE(clerk.http().get(path, {{"Quanke-Purpose", "curiosity"}}).outcome(),
            std::string("400 request.parameter"));
    }

    void onlyChainsThatThereAreAreRead()
    {
        auto &auditor = m_gateway->person("qianqs");
        for (const char *device : {"%FF", "13800138000", "zhangwei"}) {
            QCOMPARE(auditor.http().get(std::string("/v1/trace?device=") + device).outcome(),
                std::string("404 device.unknown"));
        }
        QVERIFY(whole().find("13800138000") == std::string::npos);
        QVERIFY(whole().find("zhangwei") == std::string::npos);
        QCOMPARE(lineOf("read-trace").value("subject", ""), std::string(trace::gatewayChain));
        QVERIFY(whole().find("device.unknown") != std::string::npos);
    }

    /// Another's name, another desk's number, other bytes under an id: each try is a line, whatever is noted of numbers.
    void whatIsTriedUnderAnothersNameIsTold()
    {
        auto &clerk = m_gateway->person("wangxm");
        const auto id = submitted(clerk);
        auto note = clerk.operation("case.note", id, {{"text", "one"}});
        note["actor"] = "liqh";
        QCOMPARE(clerk.put(note).outcome(), std::string("403 operation.other-actor"));
        QCOMPARE(lineOf("case.note")["outcome"], Json("operation.other-actor"));
        QCOMPARE(lineOf("case.note")["actor"], Json("wangxm"));
        note["actor"] = "wangxm";
        note["device"] = "D-other";
        QCOMPARE(clerk.put(note).outcome(), std::string("403 operation.other-device"));
        QCOMPARE(lineOf("case.note")["outcome"], Json("operation.other-device"));
        note["device"] = clerk.device();
        note["sequence"] = 1;
        QCOMPARE(clerk.put(note).outcome(), std::string("409 operation.sequence-used"));
        QCOMPARE(lineOf("case.note")["outcome"], Json("operation.sequence-used"));
    }

    void aDeskBringsItsOwn()
    {
        auto &clerk = m_gateway->person("wangxm");
        DeskChain desk{clerk.device()};
        const auto first = desk.next("sign-in");
        const auto second = desk.next("view-case");
        const auto third = desk.next("lock");
        const auto told = bring(clerk, {first, second});
        QCOMPARE(told.status, 200);
        const auto heads = must(trace::countersignedFromJson(told.json()));
        QCOMPARE(heads.desk.number, std::uint64_t(2));
        QCOMPARE(heads.desk.digest, seal::sha256(second));
        QVERIFY(trace::isSignedBy(m_gateway->gateway().receiptKey(), heads.desk));
        QVERIFY(trace::isSignedBy(m_gateway->gateway().receiptKey(), heads.gateway));
        QCOMPARE(bring(clerk, {first, second, third}).status, 200); // some again
        QCOMPARE(pageOf(clerk.device()).lines.size(), std::size_t(3));
        QCOMPARE(verified(clerk.device()), std::string());
    }

    void whatDoesNotFitIsRefused()
    {
        auto &clerk = m_gateway->person("wangxm");
        DeskChain desk{clerk.device()};
        const auto first = desk.next("sign-in");
        const auto second = desk.next("view-case");
        const auto third = desk.next("lock");
        QCOMPARE(bring(clerk, {first, third}).outcome(), std::string("409 trace.gap"));
        QCOMPARE(pageOf(clerk.device()).lines.size(), std::size_t(0)); // all or nothing
        QCOMPARE(bring(clerk, {first}).status, 200);
        DeskChain another{clerk.device()};
        const auto changed = another.next("sign-out");
        QCOMPARE(bring(clerk, {changed}).outcome(), std::string("409 trace.forked"));
        QCOMPARE(bring(clerk, {another.next("lock")}).outcome(), std::string("409 trace.forked"));
        QCOMPARE(lineOf("refused")["outcome"], Json("trace.forked"));
        QCOMPARE(bring(clerk, {"{}"}).outcome(), std::string("422 trace.malformed"));
        DeskChain other{"D-other"};
        QCOMPARE(bring(clerk, {other.next("lock")}).outcome(), std::string("422 trace.malformed"));
        QCOMPARE(clerk.http().send("PUT", "/v1/devices/D-other/trace", linesOf({}).dump()).outcome(),
            std::string("403 device.other"));
        QCOMPARE(bring(clerk, {second, third}).status, 200);
    }

    void everyKindOfOperationCanBeTraced()
    {
        const auto contract = HttpClient(m_gateway->port()).get("/openapi.json").json();
        const auto &schemas = contract["components"]["schemas"];
        for (const auto &branch : schemas["Operation"]["oneOf"]) {
            QVERIFY(trace::isAct(branch["properties"]["kind"]["const"].get<std::string>()));
        }
        for (const auto &act : schemas["TraceLine"]["properties"]["act"]["enum"]) {
            QVERIFY2(trace::isAct(act.get<std::string>()), act.dump().c_str());
        }
        for (const auto &purpose : schemas["Purpose"]["enum"]) {
            QVERIFY2(trace::isPurpose(purpose.get<std::string>()), purpose.dump().c_str());
        }
    }

private:
    std::string submitted(Person &clerk)
    {
        const auto id = newId();
        const auto outcome = clerk.act("case.submit", id, hotelSubmission(*m_gateway, clerk, {"HT-01"}));
        return outcome == "201" ? id : outcome;
    }

    static Response bring(Person &person, const std::vector<std::string> &texts)
    {
        return person.http().send("PUT", "/v1/devices/" + person.device() + "/trace", linesOf(texts).dump());
    }

    trace::Page pageOf(const std::string &chain)
    {
        const auto answer = m_gateway->person("qianqs").http().get("/v1/trace?device=" + chain);
        return must(trace::pageFromJson(answer.json()));
    }

    std::vector<std::string> lines() { return pageOf(trace::gatewayChain).lines; }

    std::string whole()
    {
        std::string text;
        for (const auto &line : lines()) {
            text += line + '\n';
        }
        return text;
    }

    /// The last of that act, or null.
    Json lineOf(const std::string &act)
    {
        Json found;
        for (const auto &line : lines()) {
            auto json = Json::parse(line);
            if (json["act"] == Json(act)) {
                found = std::move(json);
            }
        }
        return found;
    }

    std::string verified(const std::string &chain = trace::gatewayChain)
    {
        const auto page = pageOf(chain);
        trace::Verifier verifier(chain, page.key, page.heads);
        for (const auto &line : page.lines) {
            verifier.add(line);
        }
        std::string text;
        for (const auto &finding : verifier.finish()) {
            text += finding.key + ' ' + std::to_string(finding.number) + ' ';
        }
        return text;
    }

    void run(const char *statement)
    {
        must(m_gateway->gateway().context().database.write<Done>(
            [&](gateway::Connection &connection) -> Result<Done> {
                connection.run(statement);
                return Done{};
            }));
    }

    std::unique_ptr<RunningGateway> m_gateway;
};

QTEST_GUILESS_MAIN(TraceTest)
#include "tst_trace.moc"
