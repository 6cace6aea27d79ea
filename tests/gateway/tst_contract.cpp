#include "gateway/http/routes.h"
#include "gateway/runninggateway.h"
#include "support/jsoninmessages.h"

#include <QTest>

#include <set>

using namespace quanke;
using namespace quanke::test;

namespace {

std::string lowerCase(std::string text)
{
    for (auto &character : text) {
        character = char(std::tolower(static_cast<unsigned char>(character)));
    }
    return text;
}

/// Every "$ref" in a document.
void collectReferences(const Json &json, std::set<std::string> &into)
{
    if (json.is_object() && json.contains("$ref")) {
        into.insert(json["$ref"].get<std::string>());
    }
    if (json.is_structured()) {
        for (const auto &item : json) {
            collectReferences(item, into);
        }
    }
}

} // namespace

class ContractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<RunningGateway>();
        m_contract = HttpClient(m_gateway->port()).get("/openapi.json").json();
        m_routes = gateway::allRoutes(m_gateway->gateway(), "0");
    }
    void cleanupTestCase() { m_gateway.reset(); }

    void isOpenApi31() { QCOMPARE(m_contract["openapi"], Json("3.1.0")); }

    void everyRouteIsInTheContract()
    {
        for (const auto &route : m_routes) {
            const auto *operation = operationOf(route);
            QVERIFY2(operation != nullptr, (route.method + " " + route.pattern).c_str());
            const bool isPublic = operation->contains("security") && (*operation)["security"].empty();
            QCOMPARE(isPublic, route.access.kind == gateway::Access::Kind::Anybody);
            std::set<std::string> duties;
            for (const auto duty : route.access.duties) {
                duties.insert(std::string(nameOf(duty)));
            }
            const auto written = operation->value("x-qk-duties", Json::array()).get<std::set<std::string>>();
            QVERIFY2(written == duties, (route.method + " " + route.pattern).c_str());
            QCOMPARE(operation->contains("requestBody"), route.body != gateway::Body::None);
        }
    }

    void everythingInTheContractIsARoute()
    {
        std::set<std::string> known;
        for (const auto &route : m_routes) {
            known.insert(lowerCase(route.method) + " " + route.pattern);
        }
        for (const auto &[path, operations] : m_contract["paths"].items()) {
            for (const auto &[method, operation] : operations.items()) {
                QVERIFY2(known.contains(method + " " + path), (method + " " + path).c_str());
            }
        }
    }

    void everyReferenceLeadsSomewhere()
    {
        std::set<std::string> references;
        collectReferences(m_contract, references);
        QVERIFY(!references.empty());
        for (const auto &reference : references) {
            QVERIFY2(m_contract.contains(Json::json_pointer(reference.substr(1))), reference.c_str());
        }
    }

    void everyPathParameterIsDescribed()
    {
        for (const auto &[path, operations] : m_contract["paths"].items()) {
            const auto open = path.find('{');
            if (open == std::string::npos) {
                continue;
            }
            const auto name = path.substr(open + 1, path.find('}') - open - 1);
            for (const auto &[method, operation] : operations.items()) {
                bool found = false;
                for (const auto &parameter : operation["parameters"]) {
                    found = found || (parameter["in"] == "path" && parameter["name"] == name);
                }
                QVERIFY2(found, (method + " " + path).c_str());
            }
        }
    }

    void theContractKnowsEveryKindOfOperation()
    {
        std::set<std::string> kinds;
        for (const auto &branch : m_contract["components"]["schemas"]["Operation"]["oneOf"]) {
            kinds.insert(branch["properties"]["kind"]["const"].get<std::string>());
        }
        QCOMPARE(kinds.size(), std::size_t(11));
        QVERIFY(kinds.contains("subcase.decide"));
    }

private:
    const Json *operationOf(const gateway::Route &route) const
    {
        const auto path = m_contract["paths"].find(route.pattern);
        if (path == m_contract["paths"].end()) {
            return nullptr;
        }
        const auto operation = path->find(lowerCase(route.method));
        return operation == path->end() ? nullptr : &*operation;
    }

    std::unique_ptr<RunningGateway> m_gateway;
    Json m_contract;
    std::vector<gateway::Route> m_routes;
};

QTEST_GUILESS_MAIN(ContractTest)
#include "tst_contract.moc"
