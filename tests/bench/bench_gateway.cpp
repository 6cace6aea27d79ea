#include "bench/plainserver.h"
#include "bench/requests.h"
#include "gateway/hotelsubmission.h"
#include "seal/digest.h"

#include <benchmark/benchmark.h>

#include <QByteArray>
#include <QTemporaryDir>

#include <iostream>

namespace {

using namespace quanke;

constexpr int connections = 32;
constexpr int casesEach = 60;
constexpr int pacedConnections = 16;
constexpr int pacedEach = 190; // about three seconds
constexpr double pacedPerSecond = 1000;

/// One desk after the other: each a device with its own chain of operations.
class Desk {
public:
    Desk(std::uint16_t port, int number)
        : m_device("D-BENCH-" + std::to_string(number))
    {
        test::HttpClient http(port);
        const Json body{{"operator", "wangxm"}, {"password", "Quanke-2026"}, {"device", m_device}};
        m_token = http.send("POST", "/v1/sessions", body.dump()).json().value("token", "");
    }

    /// A new case, as the bytes of the request that brings it.
    std::string submits(Json body)
    {
        const std::string id = test::newId();
        body["number"] = "QS-20261121-" + m_device.substr(8) + "-" + std::to_string(++m_sequence);
        const Json operation{{"id", id}, {"kind", "case.submit"}, {"device", m_device},
            {"sequence", m_sequence}, {"previous", m_previous}, {"actor", "wangxm"},
            {"environment", "production"}, {"at", "2026-11-21T01:00:00.000Z"}, {"case", test::newId()},
            {"body", std::move(body)}};
        const std::string bytes = operation.dump();
        m_previous = seal::sha256(bytes);
        return bench::requestOf("PUT", "/v1/ops/" + id, m_token, bytes);
    }

private:
    std::string m_device;
    std::string m_token;
    std::string m_previous;
    int m_sequence = 0;
};

/// The case that travels: one matter of the hotel with all that its form asks for.
Json someCase(test::RunningGateway &gateway)
{
    return test::hotelSubmission(gateway, gateway.person("wangxm"), {"HT-01"});
}

/// One for each desk, then the next: an identifier begins with the moment it was made, so desks that work side by side
/// bring them nearly in their order.
std::vector<bench::Requests> casesFor(test::RunningGateway &gateway, int desks, int each)
{
    const Json body = someCase(gateway);
    std::vector<Desk> all;
    for (int number = 0; number < desks; ++number) {
        all.emplace_back(gateway.port(), number);
    }
    std::vector<bench::Requests> requests(all.size());
    for (int i = 0; i < each; ++i) {
        for (std::size_t desk = 0; desk < all.size(); ++desk) {
            requests[desk].push_back(all[desk].submits(body));
        }
    }
    return requests;
}

void report(benchmark::State &state, const bench::Outcome &outcome, const bench::Requests &requests)
{
    state.SetIterationTime(outcome.seconds);
    state.counters["per_second"] = double(outcome.milliseconds.size()) / outcome.seconds;
    state.counters["p99_ms"] = outcome.p99();
    state.counters["bytes"] = double(requests.front().size());
    if (outcome.failures > 0) {
        state.SkipWithError((std::to_string(outcome.failures) + " were not taken").c_str());
    }
}

/// Checked, split, stored and receipted, each before it is answered.
void gatewayCases(benchmark::State &state)
{
    test::RunningGateway gateway;
    for (auto _ : state) {
        const auto requests = casesFor(gateway, connections, casesEach);
        report(state, bench::sendAll(gateway.port(), requests), requests.front());
    }
}
BENCHMARK(gatewayCases)->Name("gateway_cases")->Iterations(1)->Repetitions(3)->UseManualTime();

/// The same bytes to a server that reads them as JSON and stores them, no more.
void gatewayCasesBare(benchmark::State &state)
{
    test::RunningGateway gateway;
    const auto requests = casesFor(gateway, connections, casesEach);
    for (auto _ : state) {
        const QTemporaryDir folder;
        bench::PlainServer server(folder.filePath(QStringLiteral("plain.db")).toStdString());
        report(state, bench::sendAll(server.port(), requests), requests.front());
    }
}
BENCHMARK(gatewayCasesBare)->Name("gateway_cases_bare")->Iterations(1)->Repetitions(3)->UseManualTime();

/// So many a second whatever the gateway does; a case's time counts from the moment it was due to be sent.
void gatewayCasesPaced(benchmark::State &state)
{
    test::RunningGateway gateway;
    for (auto _ : state) {
        const auto requests = casesFor(gateway, pacedConnections, pacedEach);
        report(state, bench::sendPaced(gateway.port(), requests, pacedPerSecond), requests.front());
    }
}
BENCHMARK(gatewayCasesPaced)->Name("gateway_cases_paced")->Iterations(1)->Repetitions(3)->UseManualTime();

} // namespace

int main(int count, char **arguments)
{
    qputenv("TMPDIR", "/var/tmp"); // /tmp may be memory: the wait for the disk is what is measured
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
