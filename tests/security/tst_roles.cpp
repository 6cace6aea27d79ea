#include "core/casework/casefile.h"
#include "gateway/hotelsubmission.h"
#include "security/contract.h"
#include "support/jsoninmessages.h"
#include "support/must.h"

#include <QTest>

#include <algorithm>

using namespace quanke;
using namespace quanke::test;
using casework::Role;

/// Every route and every kind of operation, asked by every role, by nobody and with a token that has run out, and held to
/// what the contract says.
class RolesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_contract = std::make_unique<Contract>(HttpClient(m_gateway->port()).get("/openapi.json").json());
    }
    void cleanupTestCase() { m_gateway.reset(); }

    void theDemoHallHasSomebodyForEveryRole()
    {
        for (const auto role : casework::allRoles()) {
            const auto session = Person(m_gateway->port(), holderOf(role)).signIn().json();
            QCOMPARE(session["person"]["roles"], Json::array({nameOf(role)}));
        }
    }

    void theContractListsTheRoles()
    {
        std::set<std::string> names;
        for (const auto role : casework::allRoles()) {
            names.insert(std::string(nameOf(role)));
        }
        const auto document = HttpClient(m_gateway->port()).get("/openapi.json").json();
        QCOMPARE(document["components"]["schemas"]["Role"]["enum"].get<std::set<std::string>>(), names);
    }

    void everyRouteLetsInWhomTheContractSays_data()
    {
        QTest::addColumn<int>("role");
        for (const auto role : casework::allRoles()) {
            QTest::newRow(std::string(nameOf(role)).c_str()) << int(role);
        }
    }

    void everyRouteLetsInWhomTheContractSays()
    {
        QFETCH(int, role);
        for (const auto &route : m_contract->routes()) {
            Person person(m_gateway->port(), holderOf(Role(role))); // anew: one of the routes signs out
            QCOMPARE(person.signIn().status, 201);
            const bool isLetIn = route.lets({Role(role)});
            for (const auto &sample : m_contract->samplesOf(route)) {
                const auto answer = ask(person.http(), sample);
                const auto seen = route.name() + ": " + answer.outcome();
                QVERIFY2(route.statuses().contains(answer.status), seen.c_str());
                QVERIFY2(isLetIn != isTurnedAway(answer), seen.c_str());
                QVERIFY2(isLetIn || answer.status == 403, seen.c_str());
            }
        }
    }

    void nobodyIsLetInWithoutASession_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("run out") << QByteArray::fromStdString(runOutToken());
        QTest::newRow("signed out") << QByteArray::fromStdString(signedOutToken());
        QTest::newRow("made up") << QByteArray(64, 'a');
    }

    void nobodyIsLetInWithoutASession()
    {
        QFETCH(QByteArray, token);
        HttpClient http(m_gateway->port());
        http.setToken(token.toStdString());
        for (const auto &route : m_contract->routes()) {
            for (const auto &sample : m_contract->samplesOf(route)) {
                const auto answer = ask(http, sample);
                const auto seen = route.name() + ": " + answer.outcome();
                QVERIFY2(route.statuses().contains(answer.status), seen.c_str());
                if (route.isPublic()) {
                    QVERIFY2(!isTurnedAway(answer), seen.c_str());
                } else {
                    QVERIFY2(answer.status == 401, seen.c_str());
                    QVERIFY2(answer.header("www-authenticate") == "Bearer", seen.c_str());
                }
            }
        }
    }

    void everyKindOfOperationIsForWhomTheContractSays_data() { everyRouteLetsInWhomTheContractSays_data(); }

    /// The body is right and the case is not there: who may do it is told that, who may not is told no more.
    void everyKindOfOperationIsForWhomTheContractSays()
    {
        QFETCH(int, role);
        auto &person = m_gateway->person(holderOf(Role(role)));
        QVERIFY(!m_contract->kindsOfOperation().empty());
        for (const auto &written : m_contract->kindsOfOperation()) {
            const auto kind = written["properties"]["kind"]["const"].get<std::string>();
            const auto duty = casework::dutyOf(kind);
            QVERIFY2(duty.has_value(), kind.c_str());
            QCOMPARE(written["x-qk-duties"], Json::array({nameOf(*duty)}));
            const auto body = m_contract->sampleOf(written["properties"]["body"]);
            const auto outcome = person.act(kind, newId(), body);
            const bool mayDoIt = haveOneOf({Role(role)}, written["x-qk-duties"]);
            const std::string expected = !mayDoIt ? "403 operation.not-allowed"
                : kind == "case.submit"           ? "422 operation.unknown-bundle"
                                                  : "404 case.unknown";
            QVERIFY2(outcome == expected, (kind + ": " + outcome).c_str());
        }
    }

    /// Of a case that is there, with a document: neither of who applies nor of what they brought.
    void whoTrainsManagesOrAuditsSeesNobodysData_data()
    {
        QTest::addColumn<int>("role");
        for (const auto role : {Role::Trainer, Role::FormAuthor, Role::Administrator, Role::Auditor}) {
            QTest::newRow(std::string(nameOf(role)).c_str()) << int(role);
        }
    }

    void whoTrainsManagesOrAuditsSeesNobodysData()
    {
        QFETCH(int, role);
        Person clerk(m_gateway->port(), "wangxm", "D-" + newId());
        clerk.signIn();
        auto body = hotelSubmission(*m_gateway, clerk, {"HT-01"});
        body["number"] = "QS-" + std::to_string(role);
        const auto caseId = newId();
        QCOMPARE(clerk.act("case.submit", caseId, body), std::string("201"));
        const auto digest = body["values"]["MH02"][0]["sha256"].get<std::string>();
        Person person(m_gateway->port(), holderOf(Role(role)));
        person.signIn();
        QVERIFY(clerk.http().get("/v1/cases/" + caseId).body.find(canary(body)) != std::string::npos);
        for (const auto &route : m_contract->routes()) {
            auto asking = m_contract->samplesOf(route).front();
            const auto isCase = route.pattern.starts_with("/v1/cases/");
            if (const auto place = asking.address.find("01935f00"); place != std::string::npos) {
                asking.address.replace(place, caseId.size(), isCase ? caseId : digest);
            }
            if (route.method == "GET") {
                const auto answer = ask(person.http(), asking);
                QVERIFY2(answer.body.find(canary(body)) == std::string::npos, route.name().c_str());
                QVERIFY2(answer.body.find("%PDF") == std::string::npos, route.name().c_str());
            }
        }
    }

private:
    static std::string canary(const Json &submission) { return submission["applicant"]["name"]; }

    static Response ask(HttpClient &http, const Asking &asking)
    {
        return http.send(asking.method, asking.address, asking.body, asking.headers);
    }

    /// At the door, whatever would have come of it behind. (A refusal to HEAD has no body that says so.)
    static bool isTurnedAway(const Response &answer)
    {
        const auto outcome = answer.outcome();
        return outcome.ends_with(" session.missing") || outcome.ends_with(" session.wrong-role")
            || (answer.body.empty() && (answer.status == 401 || answer.status == 403));
    }

    /// Who has that role in the demo hall, and no other.
    std::string holderOf(Role role)
    {
        if (role == Role::Approver) {
            return "sp-" + m_gateway->catalogue().matter("HT-01")->department;
        }
        if (m_holders.empty()) {
            const auto people = must(m_gateway->gateway().operators().all());
            for (const auto &person : people) {
                if (person.roles.size() == 1) {
                    m_holders.try_emplace(person.roles.front(), person.name);
                }
            }
        }
        return m_holders[std::string(nameOf(role))];
    }

    std::string runOutToken()
    {
        Person person(m_gateway->port(), holderOf(Role::Clerk));
        person.signIn();
        m_gateway->clock().advance(std::chrono::hours(8));
        return person.http().token();
    }

    std::string signedOutToken()
    {
        Person person(m_gateway->port(), holderOf(Role::Clerk));
        person.signIn();
        person.http().send("DELETE", "/v1/sessions/current");
        return person.http().token();
    }

    std::unique_ptr<RunningGateway> m_gateway;
    std::unique_ptr<Contract> m_contract;
    std::map<std::string, std::string> m_holders; ///< names for signing in, by role
};

QTEST_GUILESS_MAIN(RolesTest)
#include "tst_roles.moc"
