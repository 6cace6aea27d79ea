#include "bench/requests.h"

#include <Poco/Exception.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <thread>

namespace quanke::bench {

namespace {

using Moment = std::chrono::steady_clock::time_point;

/// One connection that says whether an answer was good.
class Connection {
public:
    explicit Connection(std::uint16_t port)
        : m_socket(Poco::Net::SocketAddress("127.0.0.1", port))
    {
        m_socket.setNoDelay(true);
    }

    bool ask(const std::string &request)
    {
        for (std::size_t sent = 0; sent < request.size();) {
            sent += std::size_t(m_socket.sendBytes(request.data() + sent, int(request.size() - sent)));
        }
        std::string answer;
        std::size_t whole = std::string::npos;
        while (answer.size() < whole) {
            std::array<char, 8192> bytes{};
            const int count = m_socket.receiveBytes(bytes.data(), bytes.size());
            if (count <= 0) {
                return false;
            }
            answer.append(bytes.data(), std::size_t(count));
            whole = lengthOf(answer);
        }
        return answer.starts_with("HTTP/1.1 2");
    }

private:
    /// With its head, once that is here.
    static std::size_t lengthOf(const std::string &answer)
    {
        const auto headEnd = answer.find("\r\n\r\n");
        const auto length = answer.find("Content-Length: ");
        if (headEnd == std::string::npos || length > headEnd) {
            return std::string::npos;
        }
        return headEnd + 4 + std::size_t(std::atoll(answer.c_str() + length + 16));
    }

    Poco::Net::StreamSocket m_socket;
};

/// `dueAt` says when a request may leave and from when its time counts.
Outcome run(std::uint16_t port, const std::vector<Requests> &lists,
    const std::function<Moment(Moment begin, std::size_t list, std::size_t request)> &dueAt)
{
    Outcome outcome;
    std::mutex mutex;
    const auto begin = std::chrono::steady_clock::now();
    const auto sendList = [&](std::size_t list) {
        std::vector<double> times;
        int failures = 0;
        try {
            Connection connection(port);
            for (std::size_t i = 0; i < lists[list].size(); ++i) {
                const Moment due = dueAt(begin, list, i);
                std::this_thread::sleep_until(due);
                failures += connection.ask(lists[list][i]) ? 0 : 1;
                const std::chrono::duration<double, std::milli> taken =
                    std::chrono::steady_clock::now() - due;
                times.push_back(taken.count());
            }
        } catch (const Poco::Exception &) {
            ++failures;
        }
        const std::lock_guard lock(mutex);
        outcome.milliseconds.insert(outcome.milliseconds.end(), times.begin(), times.end());
        outcome.failures += failures;
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t list = 0; list < lists.size(); ++list) {
            threads.emplace_back(sendList, list);
        }
    }
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::ranges::sort(outcome.milliseconds);
    return outcome;
}

} // namespace

std::string requestOf(
    const std::string &method, const std::string &path, const std::string &token, const std::string &json)
{
    return method + ' ' + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\nAuthorization: Bearer " + token
        + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(json.size()) + "\r\n\r\n"
        + json;
}

double Outcome::p99() const
{
    return milliseconds.empty() ? 0 : milliseconds[milliseconds.size() * 99 / 100];
}

Outcome sendAll(std::uint16_t port, const std::vector<Requests> &lists)
{
    return run(
        port, lists, [](Moment, std::size_t, std::size_t) { return std::chrono::steady_clock::now(); });
}

Outcome sendPaced(std::uint16_t port, const std::vector<Requests> &lists, double perSecond)
{
    return run(port, lists, [&](Moment begin, std::size_t list, std::size_t request) {
        const std::chrono::duration<double> after(double(request * lists.size() + list) / perSecond);
        return begin + std::chrono::duration_cast<Moment::duration>(after);
    });
}

} // namespace quanke::bench
