#include "gateway/runninggateway.h"

#include "seal/suite.h"
#include "seal/text.h"

#include <QFile>
#include <QIODevice>
#include <QLatin1Char>
#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

using namespace quanke;
using namespace quanke::test;

class SessionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_gateway = std::make_unique<RunningGateway>(); }
    void cleanup() { m_gateway.reset(); }

    void signsInAndOut()
    {
        Person clerk(m_gateway->port(), "wangxm");
        const auto response = clerk.signIn();
        QCOMPARE(response.status, 201);
        const auto session = wire::sessionFromJson(response.json());
        QVERIFY(bool(session));
        QCOMPARE(session->person.displayName, std::string("王小满"));
        QCOMPARE(session->person.hall, std::string("青石县政务服务中心"));
        QCOMPARE(session->person.roles, (std::vector<std::string>{"clerk"}));
        QCOMPARE(session->expiresAt, std::string("2026-11-21T09:00:00.000Z"));
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
        QCOMPARE(clerk.http().send("DELETE", "/v1/sessions/current").status, 204);
        QCOMPARE(clerk.http().get("/v1/cases").outcome(), std::string("401 session.missing"));
    }

    void aTokenLastsEightHours()
    {
        auto &clerk = m_gateway->person("wangxm");
        m_gateway->clock().advance(std::chrono::hours(8) - std::chrono::seconds(1));
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
        m_gateway->clock().advance(std::chrono::seconds(1));
        const auto late = clerk.http().get("/v1/cases");
        QCOMPARE(late.outcome(), std::string("401 session.missing"));
        QCOMPARE(late.header("www-authenticate"), std::string("Bearer"));
    }

    void aClockThatIsOffByMinutesIsToldAndHoldsNobodyUp_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QByteArray>("date");
        QTest::newRow("fast") << 10 << QByteArray("Sat, 21 Nov 2026 01:10:00 GMT");
        QTest::newRow("slow") << -10 << QByteArray("Sat, 21 Nov 2026 00:50:00 GMT");
    }

    void aClockThatIsOffByMinutesIsToldAndHoldsNobodyUp()
    {
        QFETCH(int, minutes);
        QFETCH(QByteArray, date);
        auto &clerk = m_gateway->person("wangxm");
        m_gateway->clock().advance(std::chrono::minutes(minutes));
        const auto answer = clerk.http().get("/v1/cases");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("date"), date.toStdString()); // desks compare theirs with it
        QVERIFY(!clerk.upload(somePdf("a lease"), "application/pdf", "lease.pdf").is_null());
        Person another(m_gateway->port(), "liqh");
        QCOMPARE(another.signIn().status, 201);
        m_gateway->clock().advance(std::chrono::minutes(-minutes)); // somebody puts it right
        QCOMPARE(another.http().get("/v1/cases").status, 200);
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
    }

    void aClerkGetsATicketForThreeDays()
    {
        Person clerk(m_gateway->port(), "wangxm");
        const auto session = wire::sessionFromJson(clerk.signIn().json());
        QVERIFY(bool(session));
        const auto &ticket = session->ticket;
        QCOMPARE(ticket.operatorName, clerk.name());
        QCOMPARE(ticket.device, clerk.device());
        QCOMPARE(ticket.roles, std::vector<std::string>{"clerk"});
        QVERIFY(*parseInstant(ticket.until) - *parseInstant(ticket.issuedAt) == std::chrono::hours(72));
        const auto key = seal::fromBase64(session->gatewayKey);
        const auto signature = seal::fromBase64(ticket.signature);
        QVERIFY(key && signature && seal::isSignedBy(*key, wire::signedText(ticket), *signature));
        auto longer = ticket;
        longer.until = toText(*parseInstant(ticket.until) + std::chrono::hours(1));
        QVERIFY(!seal::isSignedBy(*key, wire::signedText(longer), *signature));
    }

    void forAVisitToAVillageItIsAWeek()
    {
        HttpClient http(m_gateway->port());
        const auto ask = [&http](const char *absence) {
            return http.send("POST", "/v1/sessions",
                Json{{"operator", "wangxm"}, {"password", "Quanke-2026"}, {"device", "van-1"},
                    {"absence", absence}}
                    .dump());
        };
        const auto session = wire::sessionFromJson(ask("village").json());
        QVERIFY(bool(session));
        const auto &ticket = session->ticket;
        QVERIFY(*parseInstant(ticket.until) - *parseInstant(ticket.issuedAt) == std::chrono::days(7));
        QCOMPARE(ask("for ever").outcome(), std::string("422 request.malformed"));
    }

    void nobodyElseGetsATicket()
    {
        for (const char *name : {"zhaoym", "zhoums", "zhengsc", "qianqs"}) {
            Person person(m_gateway->port(), name);
            QVERIFY2(!person.signIn().json().contains("ticket"), name);
        }
    }

    void aTokenIsNowhereInTheDatabase()
    {
        auto &clerk = m_gateway->person("wangxm");
        const auto token = clerk.http().token();
        m_gateway->restart();
        for (const char *name : {"gateway.db", "gateway.db-wal"}) {
            QFile file(m_gateway->folder() + QLatin1Char('/') + QLatin1String(name));
            if (file.open(QIODevice::ReadOnly)) {
                QVERIFY(!file.readAll().contains(QByteArray::fromStdString(token)));
            }
        }
        Person again(m_gateway->port(), "wangxm");
        again.http().setToken(token);
        QCOMPARE(again.http().get("/v1/cases").status, 200); // a restart signs nobody out
    }

    void whoExistsCannotBeTold_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("there is one") << QByteArray("wangxm");
        QTest::newRow("there is none") << QByteArray("nobody");
    }

    void whoExistsCannotBeTold()
    {
        QFETCH(QByteArray, name);
        Person person(m_gateway->port(), name.toStdString());
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(person.signIn("wrong").outcome(), std::string("401 session.refused"));
        }
        const auto locked = person.signIn();
        QCOMPARE(locked.outcome(), std::string("429 session.locked"));
        QCOMPARE(locked.header("retry-after"), std::string("900"));
        m_gateway->clock().advance(std::chrono::minutes(15) - std::chrono::seconds(1));
        QCOMPARE(person.signIn().status, 429);
    }

    void theLockEndsAfterAQuarterOfAnHour()
    {
        Person person(m_gateway->port(), "wangxm");
        for (int i = 0; i < 5; ++i) {
            person.signIn("wrong");
        }
        m_gateway->clock().advance(std::chrono::minutes(15) + std::chrono::seconds(1));
        QCOMPARE(person.signIn().status, 201);
    }

    void manyRightPasswordsAtOnceLockNobodyOut()
    {
        const auto statuses = signInAtOnce(20, "Quanke-2026");
        QCOMPARE(std::ranges::count(statuses, 201), 20);
    }

    void manyGuessesAtOnceAreStillOnlyFive()
    {
        const auto statuses = signInAtOnce(20, "wrong");
        QCOMPARE(std::ranges::count(statuses, 401), 5);
        QCOMPARE(std::ranges::count(statuses, 429), 15);
    }

    void theRightPasswordForgetsTheWrongOnes()
    {
        Person person(m_gateway->port(), "wangxm");
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 4; ++i) {
                QCOMPARE(person.signIn("wrong").status, 401);
            }
            QCOMPARE(person.signIn().status, 201);
        }
    }

    void everyRouteAsksForTheRightRole_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *path, int status) {
            QTest::addRow("%s %s", name, path) << QByteArray(name) << QByteArray(path) << status;
        };
        row("wangxm", "/v1/cases", 200);
        row("wangxm", "/v1/work", 403);
        row("wangxm", "/v1/operators", 403);
        row("wangxm", "/v1/clerks", 200);
        row("zhaoym", "/v1/clerks", 403);
        row("zhaoym", "/v1/cases", 200);
        row("zhaoym", "/v1/changes", 200);
        row("zhengsc", "/v1/operators", 200);
        row("zhengsc", "/v1/cases", 403);
        row("zhengsc", "/v1/changes", 403);
        row("sunyq", "/v1/cases", 403);
        row("wuzw", "/v1/cases", 403);
        row("qianqs", "/v1/cases", 403);
        row("zhoums", "/v1/cases", 200);
    }

    void everyRouteAsksForTheRightRole()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        auto &person = m_gateway->person(name.toStdString());
        const auto response = person.http().get(path.toStdString());
        QCOMPARE(response.status, status);
        QVERIFY(status == 200 || response.outcome() == "403 session.wrong-role");
    }

    void anAdministratorEntersOperators()
    {
        auto &administrator = m_gateway->person("zhengsc");
        const Json entry{
            {"displayName", "卫春生"}, {"roles", {"clerk", "issue-clerk"}}, {"password", "Falter-Regen-91"}};
        const auto put = [&](const std::string &name, const Json &json) {
            return administrator.http().send("PUT", "/v1/operators/" + name, json.dump()).outcome();
        };
        QCOMPARE(put("weics", entry), std::string("201"));
        QCOMPARE(put("weics", {{"displayName", "卫春生"}, {"roles", {"clerk"}}}), std::string("200"));
        Person newcomer(m_gateway->port(), "weics");
        QCOMPARE(newcomer.signIn("Falter-Regen-91").outcome(), std::string("403 session.first-password"));
        QCOMPARE(change("weics", "Falter-Regen-91", "Tiger-Lampe-77"), std::string("204"));
        QCOMPARE(newcomer.signIn("Tiger-Lampe-77").status, 201);
        QCOMPARE(put("weics", {{"displayName", "卫春生"}, {"roles", {"clerk"}}}), std::string("200"));
        QCOMPARE(newcomer.signIn("Tiger-Lampe-77").status, 201); // it stays one's own
        QCOMPARE(put("weics", entry), std::string("200")); // forgotten, and given another
        QCOMPARE(newcomer.signIn("Falter-Regen-91").outcome(), std::string("403 session.first-password"));
        QCOMPARE(put("x", {{"displayName", "x"}, {"roles", {"clerk"}}}),
            std::string("422 operator.password-missing"));
        QCOMPARE(put("x", {{"displayName", "x"}, {"roles", {"clerk"}}, {"password", "simple"}}),
            std::string("422 operator.password-weak"));
        QCOMPARE(put("x", {{"displayName", "x"}, {"roles", {"king"}}, {"password", "Falter-Regen-91"}}),
            std::string("422 operator.malformed"));
        QCOMPARE(
            put("x",
                {{"displayName", "x"}, {"roles", {"auditor", "clerk"}}, {"password", "Falter-Regen-91"}}),
            std::string("422 operator.roles-exclusive"));
        for (const char *role : {"trainer", "administrator", "form-author"}) {
            QCOMPARE(
                put("x",
                    {{"displayName", "x"}, {"roles", {"auditor", role}}, {"password", "Falter-Regen-91"}}),
                std::string("422 operator.roles-exclusive"));
        }
        QCOMPARE(
            put("x",
                {{"displayName", "x"}, {"roles", {"trainer", "clerk"}}, {"password", "Falter-Regen-91"}}),
            std::string("422 operator.roles-exclusive"));
        QCOMPARE(put("x", {{"displayName", "x"}, {"roles", {"approver"}}, {"department", "nowhere"}}),
            std::string("422 operator.malformed"));
        QCOMPARE(put("x", {{"displayName", "x"}, {"roles", {"clerk"}}, {"admin", true}}),
            std::string("422 request.unknown-member"));
        const auto list = administrator.http().get("/v1/operators");
        QVERIFY(list.body.find("argon2") == std::string::npos);
        QVERIFY(list.body.find("卫春生") != std::string::npos);
    }

    void whoWorksHereNoLongerIsTakenAway()
    {
        auto &administrator = m_gateway->person("zhengsc");
        auto &clerk = m_gateway->person("liqh");
        const auto remove = [&](const std::string &name) {
            return administrator.http().send("DELETE", "/v1/operators/" + name).outcome();
        };
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
        QCOMPARE(remove("liqh"), std::string("204"));
        QCOMPARE(clerk.http().get("/v1/cases").status, 401);
        QCOMPARE(clerk.signIn().outcome(), std::string("401 session.refused"));
        QCOMPARE(change("liqh", "Quanke-2026", "Tiger-Lampe-77"), std::string("401 session.refused"));
        QVERIFY(administrator.http().get("/v1/operators").body.find("liqh") == std::string::npos);
        QVERIFY(m_gateway->person("wangxm").http().get("/v1/clerks").body.find("liqh") == std::string::npos);
        QCOMPARE(remove("liqh"), std::string("404 operator.unknown"));
        QCOMPARE(remove("zhengsc"), std::string("409 operator.oneself"));
        const Json again{{"displayName", "李青禾"}, {"roles", {"clerk"}}};
        const auto put = [&](const Json &entry) {
            return administrator.http().send("PUT", "/v1/operators/liqh", entry.dump()).outcome();
        };
        QCOMPARE(put(again), std::string("422 operator.password-missing")); // the old one does not come back
        auto entry = again;
        entry["password"] = "Falter-Regen-91";
        QCOMPARE(put(entry), std::string("201"));
    }

    void signingInAgainEndsWhatWasBegunThereBefore()
    {
        Person clerk(m_gateway->port(), "wangxm");
        Person before(m_gateway->port(), "wangxm");
        QCOMPARE(before.signIn().status, 201);
        QCOMPARE(before.http().get("/v1/cases").status, 200);
        QCOMPARE(clerk.signIn().status, 201);
        QCOMPARE(before.http().get("/v1/cases").status, 401);
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
    }

    void onesPasswordIsChangedByOneself()
    {
        auto &clerk = m_gateway->person("wangxm");
        QCOMPARE(change("wangxm", "Quanke-2025", "Tiger-Lampe-77"), std::string("401 session.refused"));
        QCOMPARE(change("nobody", "Quanke-2026", "Tiger-Lampe-77"), std::string("401 session.refused"));
        QCOMPARE(change("wangxm", "Quanke-2026", "Quanke-2026"), std::string("422 password.same"));
        QCOMPARE(change("wangxm", "Quanke-2026", "sommer2026"), std::string("422 operator.password-weak"));
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
        QCOMPARE(change("wangxm", "Quanke-2026", "Tiger-Lampe-77"), std::string("204"));
        QCOMPARE(clerk.http().get("/v1/cases").status, 401); // whoever sat there with the old one
        QCOMPARE(clerk.signIn().outcome(), std::string("401 session.refused"));
        QCOMPARE(clerk.signIn("Tiger-Lampe-77").status, 201);
    }

    void guessingAtThatDoorIsHeldUpTheSame()
    {
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(change("wangxm", "guess", "Tiger-Lampe-77"), std::string("401 session.refused"));
        }
        QCOMPARE(change("wangxm", "Quanke-2026", "Tiger-Lampe-77"), std::string("429 session.locked"));
        QCOMPARE(Person(m_gateway->port(), "wangxm").signIn().status, 429);
    }

    void changingAnOperatorEndsTheirSessions()
    {
        auto &clerk = m_gateway->person("liqh");
        auto &administrator = m_gateway->person("zhengsc");
        QCOMPARE(clerk.http().get("/v1/cases").status, 200);
        QCOMPARE(administrator.http()
                     .send("PUT", "/v1/operators/liqh",
                         Json{{"displayName", "李青禾"}, {"roles", {"clerk"}}}.dump())
                     .status,
            200);
        QCOMPARE(clerk.http().get("/v1/cases").status, 401);
    }

private:
    std::string change(const char *name, const char *current, const char *wanted)
    {
        const Json body{
            {"operator", name}, {"password", current}, {"newPassword", wanted}, {"device", "desk-1"}};
        return HttpClient(m_gateway->port()).send("PUT", "/v1/password", body.dump()).outcome();
    }

    /// The statuses of so many requests of one person at one moment.
    std::vector<int> signInAtOnce(std::size_t count, const std::string &password)
    {
        std::vector<int> statuses(count);
        std::vector<std::jthread> threads;
        for (auto &status : statuses) {
            threads.emplace_back([this, &status, &password] {
                status = Person(m_gateway->port(), "wangxm").signIn(password).status;
            });
        }
        threads.clear(); // joins them
        return statuses;
    }

    std::unique_ptr<RunningGateway> m_gateway;
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "tst_sessions.moc"
