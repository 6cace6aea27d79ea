#include "gateway/http/server.h"

#include "gateway/http/routes.h"

#include <Poco/ErrorHandler.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

namespace quanke::gateway {

namespace {

constexpr int mostThreads = 250;
constexpr int mostQueued = 250;
constexpr int secondsToWait = 30; ///< for the next bytes of a request
/// So many are kept for those who come: a connection that is kept alive holds a thread while nothing is asked on it.
constexpr int fewThreads = 125;

class Handler : public Poco::Net::HTTPRequestHandler {
public:
    Handler(Dispatcher &dispatcher, const std::unique_ptr<Poco::Net::HTTPServer> &server)
        : m_dispatcher(dispatcher)
        , m_server(server)
    {
    }

    void handleRequest(
        Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response) override
    {
        // Not of the pool, which is locked until the last of us has ended once it is told to stop.
        if (m_server->currentThreads() > mostThreads - fewThreads) {
            response.setKeepAlive(false);
        }
        m_dispatcher.handle(request, response);
    }

private:
    Dispatcher &m_dispatcher;
    const std::unique_ptr<Poco::Net::HTTPServer> &m_server;
};

class HandlerFactory : public Poco::Net::HTTPRequestHandlerFactory {
public:
    /// The server is there before the first request.
    HandlerFactory(Dispatcher &dispatcher, const std::unique_ptr<Poco::Net::HTTPServer> &server)
        : m_dispatcher(dispatcher)
        , m_server(server)
    {
    }

    Poco::Net::HTTPRequestHandler *createRequestHandler(const Poco::Net::HTTPServerRequest &) override
    {
        return std::make_unique<Handler>(m_dispatcher, m_server).release(); // POCO deletes it
    }

private:
    Dispatcher &m_dispatcher;
    const std::unique_ptr<Poco::Net::HTTPServer> &m_server;
};

/// Who did not get through the handshake leaves no request behind. What else ends a connection is none of our concern.
class HandshakeLog : public Poco::ErrorHandler {
public:
    explicit HandshakeLog(RequestLog &log)
        : m_log(log)
        , m_former(set(this))
    {
    }
    ~HandshakeLog() override { set(m_former); }
    HandshakeLog(const HandshakeLog &) = delete;
    HandshakeLog &operator=(const HandshakeLog &) = delete;

    void exception(const Poco::Exception &exception) override
    {
        if (dynamic_cast<const Poco::Net::SSLException *>(&exception) != nullptr) {
            m_log.note("No connection: " + exception.displayText());
        }
    }
    using Poco::ErrorHandler::exception;

private:
    RequestLog &m_log;
    Poco::ErrorHandler *m_former;
};

Poco::Net::HTTPServerParams::Ptr parameters()
{
    Poco::Net::HTTPServerParams::Ptr wanted = new Poco::Net::HTTPServerParams;
    wanted->setMaxThreads(mostThreads);
    wanted->setMaxQueued(mostQueued);
    wanted->setKeepAlive(true);
    wanted->setKeepAliveTimeout(Poco::Timespan(secondsToWait, 0));
    wanted->setTimeout(Poco::Timespan(secondsToWait, 0));
    return wanted;
}

} // namespace

struct Server::Content {
    Gateway &gateway;
    RequestLog log;
    std::unique_ptr<Tls> tls; ///< none: plain HTTP
    std::unique_ptr<Poco::ErrorHandler> handshakes; ///< goes before the log does
    Dispatcher dispatcher;
    Poco::ThreadPool threads{4, mostThreads};
    std::unique_ptr<Poco::Net::HTTPServer> server;
    bool stopped = false;

    Content(Gateway &served, std::ostream &stream, const Settings &settings)
        : gateway(served)
        , log(stream, served.context().clock)
        , dispatcher(served, log, allRoutes(served, settings.version), settings.bodyRoom)
    {
    }
};

Result<std::unique_ptr<Server>> Server::start(Gateway &gateway, std::ostream &log, const Settings &settings)
{
    const Json place{{"address", settings.address}, {"port", settings.port}};
    try {
        const Poco::Net::SocketAddress address(settings.address, settings.port);
        if (!settings.tls && !address.host().isLoopback()) {
            return Failure{"server.not-loopback", place, {}};
        }
        auto content = std::make_unique<Content>(gateway, log, settings);
        if (settings.tls) {
            auto tls = Tls::open(*settings.tls, gateway.context().clock,
                [&requests = content->log](const std::string &line) { requests.note(line); });
            if (!tls) {
                return tls.failure();
            }
            content->tls = std::move(*tls);
            content->dispatcher.secureBy(*content->tls);
            content->handshakes = std::make_unique<HandshakeLog>(content->log);
        }
        const auto socket = content->tls ? content->tls->listenAt(address) : Poco::Net::ServerSocket(address);
        content->server = std::make_unique<Poco::Net::HTTPServer>(
            new HandlerFactory(content->dispatcher, content->server), content->threads, socket, parameters());
        content->server->start();
        return std::unique_ptr<Server>(new Server(std::move(content)));
    } catch (const Poco::Exception &exception) {
        return Failure{"server.cannot-listen", place, exception.displayText()};
    }
}

Server::Server(std::unique_ptr<Content> content)
    : m_content(std::move(content))
{
}

Server::~Server()
{
    stop();
}

std::uint16_t Server::port() const
{
    return m_content->server->port();
}

void Server::stop()
{
    if (m_content->stopped) {
        return;
    }
    m_content->stopped = true;
    m_content->gateway.changes().stop();
    m_content->gateway.documents().stop();
    m_content->server->stopAll(false);
    m_content->threads.joinAll();
}

} // namespace quanke::gateway
