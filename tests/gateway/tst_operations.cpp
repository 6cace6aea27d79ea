#include "gateway/hotelsubmission.h"

#include "seal/digest.h"
#include "seal/suite.h"
#include "seal/text.h"
#include "support/jsoninmessages.h"

#include <QTest>

#include <thread>

using namespace quanke;
using namespace quanke::test;

class OperationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_clerk = &m_gateway->person("wangxm");
    }
    void cleanupTestCase() { m_gateway.reset(); }

    void isAnsweredByASignedReceipt()
    {
        const auto session = wire::sessionFromJson(m_clerk->signIn().json());
        const auto operation = submission();
        const auto response = m_clerk->put(operation);
        QCOMPARE(response.status, 201);
        const auto receipt = wire::receiptFromJson(response.json());
        QVERIFY(bool(receipt));
        QCOMPARE(receipt->operation, operation["id"].get<std::string>());
        QCOMPARE(receipt->digest, seal::sha256(operation.dump()));
        QCOMPARE(receipt->stage, std::string("durable"));
        const auto suite = seal::makeSodiumSuite();
        const auto key = seal::fromBase64(session->gatewayKey);
        QVERIFY(suite->verify(*key, wire::signedText(*receipt), *seal::fromBase64(receipt->signature)));
        auto forged = *receipt;
        forged.position += 1;
        QVERIFY(!suite->verify(*key, wire::signedText(forged), *seal::fromBase64(receipt->signature)));
    }

    void theSameAgainIsTheSameReceipt()
    {
        const auto operation = submission();
        const auto first = m_clerk->put(operation);
        const auto second = m_clerk->put(operation);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.body, first.body);
        m_gateway->restart();
        QCOMPARE(m_clerk->put(operation).body, first.body);
    }

    void theSameAgainThoughItWouldBeRefusedNow()
    {
        RunningGateway gateway;
        Person clerk(gateway.port(), "wangxm");
        clerk.signIn();
        const auto body = hotelSubmission(gateway, clerk, {"HT-01"});
        const auto operation = clerk.operation("case.submit", newId(), body);
        QCOMPARE(clerk.put(operation).status, 201);
        gateway.clock().advance(std::chrono::years(20)); // the identity card is no longer valid
        clerk.signIn();
        QCOMPARE(clerk.put(operation).status, 200);
        auto another = body;
        another["number"] = "QS-20461121-K7F3-1";
        QCOMPARE(clerk.put(clerk.operation("case.submit", newId(), another)).outcome(),
            std::string("422 case.invalid"));
    }

    void manyTimesAtOnceIsOnce()
    {
        const auto operation = submission();
        std::vector<std::unique_ptr<Person>> people;
        for (int i = 0; i < 6; ++i) {
            people.push_back(std::make_unique<Person>(m_gateway->port(), "wangxm"));
            people.back()->http().setToken(m_clerk->http().token());
        }
        std::vector<std::string> bodies(people.size());
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < people.size(); ++i) {
                threads.emplace_back([&, i] { bodies[i] = people[i]->put(operation).body; });
            }
        }
        for (const auto &body : bodies) {
            QCOMPARE(body, bodies.front());
            QVERIFY(bool(wire::receiptFromJson(Json::parse(body))));
        }
        QCOMPARE(m_clerk->put(operation).status, 200); // the next one of this device follows it
    }

    void otherBytesUnderTheSameIdAreRefused()
    {
        auto operation = submission();
        QCOMPARE(m_clerk->put(operation).status, 201);
        operation["at"] = "2026-11-21T02:00:00.000Z";
        QCOMPARE(m_clerk->put(operation).outcome(), std::string("422 operation.conflict"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char *name, const char *pointer, const char *value, const char *outcome) {
            QTest::newRow(name) << QByteArray(pointer) << QByteArray(value) << QByteArray(outcome);
        };
        row("somebody else's name", "/actor", "\"liqh\"", "403 operation.other-actor");
        row("another device", "/device", "\"D-other\"", "403 operation.other-device");
        row("practice", "/environment", "\"practice\"", "403 operation.wrong-environment");
        row("an unknown kind", "/kind", "\"case.destroy\"", "422 operation.too-new");
        row("a member more", "/extra", "1", "422 operation.too-new");
        row("a member more in its body", "/body/extra", "1", "422 operation.too-new");
        row("a wrong type", "/body/ticked", "\"HT-01\"", "422 operation.malformed");
        row("an unknown matter", "/body/ticked", R"(["HT-99"])", "422 operation.unknown-matter");
        row("a matter of another bundle", "/body/ticked", R"(["NB-01"])", "422 operation.unknown-matter");
        row("an unknown bundle", "/body/bundle", "\"BUNDLE-X\"", "422 operation.unknown-bundle");
        row("an unknown situation", "/body/answers/weather", "\"fine\"", "422 compose.unknown-situation");
        row("an unknown answer", "/body/answers/tenure", "\"stolen\"", "422 compose.unknown-answer");
        row("an unknown field", "/body/values/hotel~1hotel.stars", "5", "422 case.invalid");
        row("a field of a matter that is not ticked", "/body/values/hotel~1hotel.rooms", "5",
            "422 case.invalid");
        row("a wrong value", "/body/values/operator~1person.idNo", "\"409900198504200020\"",
            "422 case.invalid");
        row("a document nobody brought", "/body/values/MH02/0/sha256",
            "\"0000000000000000000000000000000000000000000000000000000000000000\"", "409 documents.missing");
        row("a document of another size", "/body/values/MH02/0/size", "7", "422 documents.mismatch");
    }

    void refuses()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, outcome);
        auto operation = submission();
        const auto caseId = operation["case"].get<std::string>();
        operation[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        QCOMPARE(QByteArray::fromStdString(m_clerk->put(operation).outcome()), outcome);
        QCOMPARE(m_clerk->http().get("/v1/cases/" + caseId).status, 404); // nothing half-written
    }

    void aMissingFieldIsNamed()
    {
        auto operation = submission();
        operation["body"]["values"].erase("operator/person.name");
        const auto response = m_clerk->put(operation);
        QCOMPARE(response.outcome(), std::string("422 case.invalid"));
        const auto problem = response.json()["arguments"]["problems"][0];
        QCOMPARE(problem["field"], Json("operator/person.name"));
        QCOMPARE(problem["keyword"], Json("required"));
        QVERIFY(response.body.find("409900198504200021") == std::string::npos); // no value of anybody's
    }

    void addressAndOperationNameTheSameId()
    {
        const auto operation = submission();
        const auto response = m_clerk->http().send("PUT", "/v1/ops/" + newId(), operation.dump());
        QCOMPARE(response.outcome(), std::string("422 operation.id-mismatch"));
    }

    void aSequenceNumberIsUsedOnce()
    {
        auto first = submission();
        QCOMPARE(m_clerk->put(first).status, 201);
        auto second = submission();
        second["sequence"] = first["sequence"];
        QCOMPARE(m_clerk->put(second).outcome(), std::string("409 operation.sequence-used"));
    }

    void aNumberBelongsToOneCase()
    {
        const auto first = submission();
        QCOMPARE(m_clerk->put(first).status, 201);
        auto second = submission();
        second["body"]["number"] = first["body"]["number"];
        QCOMPARE(m_clerk->put(second).outcome(), std::string("409 case.number-taken"));
    }

    void aCaseBeginsOnce()
    {
        const auto first = submission();
        QCOMPARE(m_clerk->put(first).status, 201);
        auto second = submission();
        second["case"] = first["case"];
        QCOMPARE(m_clerk->put(second).outcome(), std::string("409 case.exists"));
    }

    void anotherRoleMayNot()
    {
        const auto body = submission()["body"];
        for (const std::string name : {"zhaoym", "zhoums", "zhengsc", "qianqs", "sunyq", "wuzw"}) {
            auto &person = m_gateway->person(name);
            QCOMPARE(person.act("case.submit", newId(), body), std::string("403 operation.not-allowed"));
        }
    }

private:
    Json submission()
    {
        return m_clerk->operation(
            "case.submit", newId(), hotelSubmission(*m_gateway, *m_clerk, {"HT-01", "HT-02"}));
    }

    std::unique_ptr<RunningGateway> m_gateway;
    Person *m_clerk = nullptr;
};

QTEST_GUILESS_MAIN(OperationsTest)
#include "tst_operations.moc"
