#include "bench/plainserver.h"

#include "core/base/json.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include <sqlite3.h>

#include <condition_variable>
#include <deque>
#include <future>
#include <istream>
#include <mutex>
#include <thread>

namespace quanke::bench {

namespace {

constexpr int mostConnections = 40;

} // namespace

/// One connection and its thread.
class PlainServer::Writer {
public:
    struct Row {
        std::string id;
        std::string bytes;
        std::promise<void> kept;
    };

    explicit Writer(const std::string &file)
    {
        sqlite3_open(file.c_str(), &m_database);
        run("PRAGMA locking_mode = EXCLUSIVE");
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("CREATE TABLE operation(id TEXT PRIMARY KEY, bytes BLOB) STRICT, WITHOUT ROWID");
        sqlite3_prepare_v2(m_database, "INSERT INTO operation VALUES(?, ?)", -1, &m_insert, nullptr);
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
    }
    ~Writer()
    {
        m_thread.request_stop();
        m_thread.join();
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void store(Row row)
    {
        auto kept = row.kept.get_future();
        {
            const std::lock_guard lock(m_mutex);
            m_rows.push_back(std::move(row));
        }
        m_arrived.notify_one();
        kept.wait();
    }

private:
    void run(const char *statement) { sqlite3_exec(m_database, statement, nullptr, nullptr, nullptr); }

    void work(const std::stop_token &stop)
    {
        while (true) {
            std::deque<Row> rows;
            {
                std::unique_lock lock(m_mutex);
                m_arrived.wait(lock, stop, [this] { return !m_rows.empty(); });
                if (m_rows.empty()) {
                    return;
                }
                std::swap(rows, m_rows);
            }
            run("BEGIN IMMEDIATE");
            for (const Row &row : rows) {
                sqlite3_bind_text(m_insert, 1, row.id.data(), int(row.id.size()), SQLITE_STATIC);
                sqlite3_bind_blob(m_insert, 2, row.bytes.data(), int(row.bytes.size()), SQLITE_STATIC);
                sqlite3_step(m_insert);
                sqlite3_reset(m_insert);
            }
            run("COMMIT");
            for (Row &row : rows) {
                row.kept.set_value();
            }
        }
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Row> m_rows;
    std::jthread m_thread;
};

namespace {

class Handler : public Poco::Net::HTTPRequestHandler {
public:
    explicit Handler(PlainServer::Writer &writer)
        : m_writer(writer)
    {
    }
    void handleRequest(
        Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response) override
    {
        std::string bytes(std::size_t(request.getContentLength64()), '\0');
        request.stream().read(bytes.data(), std::streamsize(bytes.size()));
        const Json json = Json::parse(bytes, nullptr, false);
        m_writer.store({json.value("id", std::string()), std::move(bytes), {}});
        constexpr std::string_view answer = R"({"state":"durable"})";
        response.setStatus(Poco::Net::HTTPResponse::HTTP_CREATED);
        response.setContentType("application/json");
        response.sendBuffer(answer.data(), answer.size());
    }

private:
    PlainServer::Writer &m_writer;
};

class Factory : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit Factory(PlainServer::Writer &writer)
        : m_writer(writer)
    {
    }
    Poco::Net::HTTPRequestHandler *createRequestHandler(const Poco::Net::HTTPServerRequest &) override
    {
        return std::make_unique<Handler>(m_writer).release(); // POCO deletes it
    }

private:
    PlainServer::Writer &m_writer;
};

Poco::Net::HTTPServerParams::Ptr parameters()
{
    Poco::Net::HTTPServerParams::Ptr wanted = new Poco::Net::HTTPServerParams;
    wanted->setMaxThreads(mostConnections);
    wanted->setKeepAlive(true);
    return wanted;
}

} // namespace

struct PlainServer::Content {
    explicit Content(const std::string &file)
        : writer(file)
        , socket(Poco::Net::SocketAddress("127.0.0.1", 0))
        , server(new Factory(writer), pool, socket, parameters())
    {
        server.start();
    }
    Writer writer;
    Poco::ThreadPool pool{4, mostConnections};
    Poco::Net::ServerSocket socket;
    Poco::Net::HTTPServer server;
};

PlainServer::PlainServer(const std::string &file)
    : m_content(std::make_unique<Content>(file))
{
}

PlainServer::~PlainServer()
{
    m_content->server.stopAll(true);
    m_content->pool.joinAll();
}

std::uint16_t PlainServer::port() const
{
    return m_content->socket.address().port();
}

} // namespace quanke::bench
