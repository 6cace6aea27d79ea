#include "gateway/http/server.h"
#include "gateway/service/demohall.h"
#include "link/uploader.h"
#include "platform/folder.h"
#include "platform/systemclock.h"
#include "seal/digest.h"
#include "seal/random.h"
#include "support/hallcertificates.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <sstream>
#include <unistd.h>

namespace {

using namespace quanke;

constexpr qsizetype size = 5 * 1024 * 1024;
constexpr int repetitions = 15;

/// Not in /tmp, which may be memory: the wait for the disk is what is measured.
class Folder {
public:
    std::string path(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

private:
    QTemporaryDir m_folder{QStringLiteral("/var/tmp/quanke-bench-XXXXXX")};
};

/// Another one each time.
QByteArray someDocument()
{
    return "%PDF-1.4\n" + QByteArray::fromStdString(seal::randomBytes(size - 9));
}

/// Lets the event loop run until it is so.
template <class Condition>
void waitUntil(Condition condition)
{
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

template <class T>
Result<T> awaited(const QFuture<Result<T>> &future)
{
    waitUntil([&future] { return future.isFinished(); });
    return future.result();
}

template <class Send>
void time(benchmark::State &state, Send send)
{
    std::vector<double> times;
    for (auto _ : state) {
        const QByteArray document = someDocument();
        const auto digest =
            seal::sha256({document.constData(), std::size_t(document.size())}); // the desk knows it
        const auto start = std::chrono::steady_clock::now();
        if (!send(document, digest)) {
            state.SkipWithError("not stored");
            return;
        }
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        state.SetIterationTime(taken.count());
        times.push_back(taken.count() * 1000);
    }
    std::ranges::sort(times);
    state.counters["p50_ms"] = times[times.size() / 2];
}

enum class Line { Plain, Tls };

/// The gateway with its demo hall, on a free port.
class Hall {
public:
    explicit Hall(Line line)
        : m_line(line)
    {
        auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        auto days = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms/calendar", ".json");
        auto catalogue = std::make_shared<const catalogue::Catalogue>(*catalogue::Catalogue::load(*files));
        m_gateway = gateway::Gateway::open({m_folder.path("gateway"), catalogue, std::string(64, 'f'),
                                               *casework::Calendar::load(*days), m_clock, seal::cheapestCost})
                        .value();
        static_cast<void>(gateway::seedDemoHall(m_gateway->context(), seal::cheapestCost));
        gateway::Server::Settings settings{"127.0.0.1", 0, "0"};
        if (line == Line::Tls) {
            settings.tls = m_certificates.folder();
        }
        m_server = gateway::Server::start(*m_gateway, m_log, settings).value();
    }

    /// A desk of it, with a clerk signed in. False when the gateway does not let it in.
    [[nodiscard]] bool admit(link::GatewayClient &client) const
    {
        if (m_line == Line::Tls) {
            client.setEnrolment(m_certificates.enrol("window-1"));
        }
        const auto password = seal::SecretBytes::copyOf("Quanke-2026");
        return bool(awaited(client.signIn("wangxm", password, "window-1.0a1b2c3d")));
    }

    QUrl url() const
    {
        const auto scheme = m_line == Line::Tls ? QStringLiteral("https") : QStringLiteral("http");
        return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_server->port()));
    }

private:
    Line m_line;
    Folder m_folder;
    test::HallCertificates m_certificates;
    platform::SystemClock m_clock;
    std::ostringstream m_log;
    std::unique_ptr<gateway::Gateway> m_gateway;
    std::unique_ptr<gateway::Server> m_server;
};

/// As the desk brings a document: announced, in pieces with checksums, each synced before it is acknowledged, at the end
/// read back from the disk and given its place.
void uploadBy(benchmark::State &state, Line line)
{
    const Hall hall(line);
    QNetworkAccessManager network;
    link::GatewayClient client(network, hall.url());
    link::Uploader uploader(client);
    if (!hall.admit(client)) {
        state.SkipWithError("not signed in");
        return;
    }
    time(state, [&uploader](const QByteArray &document, const std::string &digest) {
        const vault::StoredDocument stored{
            digest, std::uint64_t(document.size()), {"application/pdf", "a.pdf", 1}, false};
        return bool(awaited(uploader.upload(stored, document)));
    });
}
void upload(benchmark::State &state)
{
    uploadBy(state, Line::Plain);
}
BENCHMARK(upload)->UseManualTime()->Iterations(repetitions)->Unit(benchmark::kMillisecond);

/// As from another machine: both sides show certificates.
void uploadTls(benchmark::State &state)
{
    uploadBy(state, Line::Tls);
}
BENCHMARK(uploadTls)
    ->Name("upload_tls")
    ->UseManualTime()
    ->Iterations(repetitions)
    ->Unit(benchmark::kMillisecond);

/// Appends to one file what it is sent, and syncs it.
class NaiveHandler : public Poco::Net::HTTPRequestHandler {
public:
    explicit NaiveHandler(int file)
        : m_file(file)
    {
    }
    void handleRequest(
        Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response) override
    {
        std::vector<char> bytes(256 * 1024);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        auto &stream = request.stream();
        while (stream.read(bytes.data(), std::streamsize(bytes.size())), stream.gcount() > 0) {
            hash.addData(QByteArrayView(bytes.data(), qsizetype(stream.gcount())));
            benchmark::DoNotOptimize(::write(m_file, bytes.data(), std::size_t(stream.gcount())));
        }
        benchmark::DoNotOptimize(hash.result());
        ::fdatasync(m_file);
        response.setContentLength(0);
        response.send();
    }

private:
    int m_file;
};

class NaiveFactory : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit NaiveFactory(int file)
        : m_file(file)
    {
    }
    Poco::Net::HTTPRequestHandler *createRequestHandler(const Poco::Net::HTTPServerRequest &) override
    {
        return std::make_unique<NaiveHandler>(m_file).release(); // POCO deletes it
    }

private:
    int m_file;
};

/// The bare neighbour: both libraries as they come, pieces of 256 KiB one after another, hashed on both sides and synced.
void uploadNaive(benchmark::State &state)
{
    const Folder folder;
    const int file = ::open(folder.path("naive").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
    Poco::Net::HTTPServer server(new NaiveFactory(file), socket, new Poco::Net::HTTPServerParams);
    server.start();
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(server.port()));
    QNetworkAccessManager network;
    time(state, [&](const QByteArray &document, const std::string &) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        bool good = true;
        for (qsizetype offset = 0; good && offset < document.size(); offset += 256 * 1024) {
            const QByteArray piece = document.mid(offset, 256 * 1024);
            hash.addData(piece);
            QNetworkRequest request(url);
            request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
            const std::unique_ptr<QNetworkReply> reply(network.put(request, piece));
            waitUntil([&reply] { return reply->isFinished(); });
            good = reply->error() == QNetworkReply::NoError;
        }
        benchmark::DoNotOptimize(hash.result());
        return good;
    });
    server.stop();
    ::close(file);
}
BENCHMARK(uploadNaive)
    ->Name("upload_naive")
    ->UseManualTime()
    ->Iterations(repetitions)
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments); // for the event loop
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
