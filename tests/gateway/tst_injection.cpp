#include "gateway/hotelsubmission.h"

#include "support/jsoninmessages.h"

#include <QTest>

#include <Poco/URI.h>

#include <set>

using namespace quanke;
using namespace quanke::test;

namespace {

/// What would end a statement, begin another and be true of every row, were it ever put into one.
const std::string hostile = R"(x', "y"); DROP TABLE operation; DELETE FROM case_file; -- ' OR '1'='1)";

std::string inAddress(const std::string &text)
{
    std::string encoded;
    Poco::URI::encode(text, "!#$&'()*+,/:;=?@[]%\" ", encoded);
    return encoded;
}

} // namespace

/// SQL in everything that somebody may send is text like any other.
class InjectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_clerk = &m_gateway->person("wangxm");
        m_body = hotelSubmission(*m_gateway, *m_clerk, allThirteen());
    }
    void cleanupTestCase() { m_gateway.reset(); }
    void cleanup()
    {
        m_gateway->restart(); // what was damaged shows there
        const Json list = m_clerk->http().get("/v1/cases?limit=200").json();
        std::set<std::string> listed;
        for (const auto &item : list["items"]) {
            listed.insert(item["id"].get<std::string>());
        }
        QCOMPARE(listed, m_taken);
    }

    void inEveryField()
    {
        int asText = 0;
        for (const auto &[key, value] : m_body["values"].items()) {
            if (!value.is_string()) {
                continue;
            }
            auto body = m_body;
            body["values"][key] = hostile;
            const auto caseId = newId();
            const auto outcome = submit(caseId, body);
            QVERIFY2(outcome == "201" || outcome == "422 case.invalid", (key + ": " + outcome).c_str());
            if (outcome == "201") {
                ++asText;
                const auto view = m_clerk->http().get("/v1/cases/" + caseId).json();
                QCOMPARE(view["values"][key], Json(hostile));
            }
        }
        QVERIFY(asText > 5); // and not all of them were refused
    }

    void besideTheFields_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        for (const char *pointer : {"/id", "/kind", "/device", "/previous", "/actor", "/environment", "/at",
                 "/case", "/base", "/window", "/body/number", "/body/bundle", "/body/forms", "/body/ticked/0",
                 "/body/answers/tenure", "/body/applicant/name", "/body/applicant/idNo", "/body/window",
                 "/body/values/MH02/0/name", "/body/values/MH02/0/sha256", "/body/values/MH02/0/mediaType"})
            QTest::newRow(pointer) << QByteArray(pointer);
    }

    void besideTheFields()
    {
        QFETCH(QByteArray, pointer);
        auto body = m_body;
        body["number"] = nextNumber();
        auto operation = m_clerk->operation("case.submit", newId(), body);
        const auto caseId = operation["case"].get<std::string>();
        const auto id = operation["id"].get<std::string>();
        operation[Json::json_pointer(pointer.toStdString())] = hostile;
        const auto response = m_clerk->http().send("PUT", "/v1/ops/" + id, operation.dump());
        QVERIFY2(response.status == 201 || (response.status >= 400 && response.status < 500),
            response.outcome().c_str());
        if (response.status == 201) {
            m_taken.insert(caseId);
        }
    }

    void inAddresses_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *name, const std::string &path) {
            QTest::newRow(path.c_str()) << QByteArray(name) << QByteArray::fromStdString(path);
        };
        const auto text = inAddress(hostile + "?"); // as nobody is called
        for (const char *parameter : {"number", "state", "text"})
            row("wangxm", std::string("/v1/cases?") + parameter + "=" + text);
        row("wangxm", "/v1/changes?cursor=" + text);
        row("wangxm", "/v1/changes?cursor=0&wait=" + text);
        row("wangxm", "/v1/cases/" + text);
        row("wangxm", "/v1/documents/" + text);
        row("wangxm", "/v1/devices/" + text + "/watermark");
        row("wangxm", "/v1/uploads/" + text);
        row("zhengsc", "/v1/operators/" + text);
    }

    void inAddresses()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, path);
        const auto response = m_gateway->person(name.toStdString()).http().get(path.toStdString());
        if (response.status == 200) { // a list in which nothing fits
            QCOMPARE(response.json()["items"], Json::array());
        } else {
            QVERIFY2(response.status >= 400 && response.status < 500, response.outcome().c_str());
        }
    }

    void whoeverSignsIn()
    {
        const std::string everybody = "' OR '1'='1";
        QCOMPARE(Person(m_gateway->port(), everybody, "D-1").signIn().outcome(),
            std::string("401 session.refused"));
        Person clerk(m_gateway->port(), "wangxm");
        QCOMPARE(clerk.signIn(everybody).outcome(), std::string("401 session.refused"));
        clerk.http().setToken(everybody);
        QCOMPARE(clerk.http().get("/v1/cases").outcome(), std::string("401 session.missing"));
    }

    void whatIsSearchedForIsFoundByItsLetters()
    {
        auto body = m_body;
        body["applicant"]["name"] = "100%_'";
        const auto caseId = newId();
        const auto outcome = submit(caseId, body);
        const auto found = [this](const std::string &text) {
            return m_clerk->http().get("/v1/cases?text=" + inAddress(text)).json()["items"].size();
        };
        QCOMPARE(found("%"), std::size_t(outcome == "201" ? 1 : 0)); // and not all of them
        QCOMPARE(found("_'"), std::size_t(outcome == "201" ? 1 : 0));
        QCOMPARE(found("' OR 'a'='a"), std::size_t(0));
    }

private:
    static std::vector<std::string> allThirteen()
    {
        return {"HT-01", "HT-02", "HT-03", "HT-04", "HT-05", "HT-06", "HT-07", "HT-08", "HT-09", "HT-10",
            "HT-11", "HT-12", "HT-13"};
    }

    std::string submit(const std::string &caseId, Json body)
    {
        body["number"] = nextNumber();
        auto outcome = m_clerk->act("case.submit", caseId, body);
        if (outcome == "201") {
            m_taken.insert(caseId);
        }
        return outcome;
    }
    std::string nextNumber() { return "QS-20261121-TEST-" + std::to_string(++m_number); }

    std::unique_ptr<RunningGateway> m_gateway;
    Person *m_clerk = nullptr;
    Json m_body;
    std::set<std::string> m_taken; ///< cases
    int m_number = 1000;
};

QTEST_GUILESS_MAIN(InjectionTest)
#include "tst_injection.moc"
