#include "gateway/runninggateway.h"

#include <QTest>

#include <thread>

using namespace quanke;
using namespace quanke::test;

/// Every desk of a large hall at once, as after the power was off.
class CrowdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fourHundredDesksComeBackAtOnce()
    {
        constexpr std::size_t desks = 400;
        RunningGateway gateway;
        std::vector<std::unique_ptr<Person>> people; // who keep their connections as desks do
        for (std::size_t i = 0; i < desks; ++i) {
            people.push_back(
                std::make_unique<Person>(gateway.port(), "wangxm", "D-" + std::to_string(1000 + i)));
            QCOMPARE(people.back()->signIn().status, 201);
        }
        std::vector<std::string> outcomes(desks);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < desks; ++i) {
                threads.emplace_back([&, i] { outcomes[i] = comeBack(*people[i]); });
            }
        }
        for (const auto &outcome : outcomes) {
            QCOMPARE(QByteArray::fromStdString(outcome), QByteArray("200"));
        }
        QCOMPARE(gateway.person("liqh").http().get("/v1/cases").status, 200);
    }

private:
    /// What the last answer was.
    static std::string comeBack(Person &person)
    {
        try {
            Response answer;
            for (const char *path : {"/v1/health", "/v1/cases", "/v1/changes?cursor=0"}) {
                answer = answer.status < 300 ? person.http().get(path) : answer;
            }
            return answer.outcome();
        } catch (const std::exception &exception) { // turned away
            return exception.what();
        }
    }
};

QTEST_GUILESS_MAIN(CrowdTest)
#include "tst_crowd.moc"
