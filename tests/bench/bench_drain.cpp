#include "gateway/hotelsubmission.h"
#include "link/pusher.h"
#include "platform/folder.h"
#include "platform/systemclock.h"
#include "support/await.h"
#include "support/testgateway.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QTimer>

#include <fstream>

namespace {

using namespace quanke;

constexpr int waitingCases = 10'000;
constexpr auto longest = std::chrono::minutes(30);

/// The most memory this process has had, in MB (VmHWM).
double mostMemory()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        double kilobytes = 0;
        if (word == "VmHWM:" && status >> kilobytes) {
            return kilobytes / 1024;
        }
    }
    return 0;
}

/// A desk without a window, and the gateway's own process.
struct Hall {
    QTemporaryDir folder{QStringLiteral("/var/tmp/quanke-bench-XXXXXX")};
    test::TestGateway gateway{folder.filePath(QStringLiteral("gateway"))};
    platform::SystemClock clock;
    std::unique_ptr<vault::Vault> vault;
    QNetworkAccessManager network;
    std::unique_ptr<link::GatewayClient> client;
    std::unique_ptr<link::LinkMonitor> monitor;

    /// Signed in at both, nothing enqueued.
    bool open()
    {
        if (!gateway.start()) {
            return false;
        }
        client = std::make_unique<link::GatewayClient>(network, gateway.url());
        monitor = std::make_unique<link::LinkMonitor>(*client, clock);
        vault::VaultSetup setup;
        setup.folder = folder.filePath(QStringLiteral("desk"));
        setup.clock = &clock;
        setup.passwordCost = seal::cheapestCost;
        vault = std::make_unique<vault::Vault>(setup);
        const wire::SignedInOperator person{"wangxm", "王小满", {"clerk"}, {}, "青石县政务服务中心"};
        if (!test::awaited(vault->open()) || !test::awaited(vault->enrol(person, password()))) {
            return false;
        }
        const auto device = test::awaited(vault->deviceId());
        return device && test::awaited(client->signIn("wangxm", password(), *device));
    }

    static seal::SecretBytes password()
    {
        return seal::SecretBytes::copyOf(test::TestGateway::password().toStdString());
    }
};

/// One matter of the hotel; its documents lie at the gateway.
Json someCase(const QUrl &gateway)
{
    const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
    const auto catalogue = catalogue::Catalogue::load(*files);
    test::Person clerk(std::uint16_t(gateway.port()), "liqh");
    clerk.signIn();
    const auto bring = [&clerk](
                           const std::string &bytes, const std::string &mediaType, const std::string &name) {
        return clerk.upload(test::somePdf(bytes), mediaType, name);
    };
    return test::hotelSubmission(*catalogue, bring, {"HT-01"});
}

bool enqueue(vault::Vault &vault, Json body, int number)
{
    vault::NewOperation operation;
    operation.kind = "case.submit";
    operation.caseId = test::newId();
    body["number"] = "QS-20261121-DRAIN-" + std::to_string(number);
    operation.body = std::move(body);
    operation.title = "开旅馆";
    return bool(test::awaited(vault.enqueue(std::move(operation))));
}

/// A desk that was cut off for a month comes back: from the first that leaves to the last receipt that is kept.
void drain(benchmark::State &state)
{
    for (auto _ : state) {
        Hall hall;
        if (!hall.open()) {
            state.SkipWithError("no hall");
            return;
        }
        const Json body = someCase(hall.gateway.url());
        for (int number = 0; number < waitingCases; ++number) {
            if (!enqueue(*hall.vault, body, number)) {
                state.SkipWithError("not enqueued");
                return;
            }
        }
        const double before = mostMemory();
        int delivered = 0;
        bool refused = false;
        QEventLoop untilDone; // and not qWaitFor, which looks every 10 ms alone
        link::Pusher pusher(*hall.vault, *hall.client, *hall.monitor);
        QObject::connect(&pusher, &link::Pusher::delivered, &untilDone, [&] {
            if (++delivered == waitingCases) {
                untilDone.quit();
            }
        });
        QObject::connect(&pusher, &link::Pusher::refused, &untilDone, [&] {
            refused = true;
            untilDone.quit();
        });
        QTimer::singleShot(longest, &untilDone, &QEventLoop::quit);
        QElapsedTimer timer;
        timer.start();
        hall.monitor->start();
        pusher.start();
        untilDone.exec();
        if (refused || delivered != waitingCases) {
            state.SkipWithError((std::to_string(delivered) + " were delivered").c_str());
        }
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        state.SetIterationTime(seconds);
        state.counters["per_second"] = waitingCases / seconds;
        state.counters["grown_mb"] = mostMemory() - before;
        state.counters["most_mb"] = mostMemory();
    }
}
BENCHMARK(drain)->Iterations(1)->UseManualTime()->Unit(benchmark::kSecond);

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
