#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quanke::bench {

/// Whole HTTP requests, made beforehand, so that sending them costs next to nothing.
using Requests = std::vector<std::string>;

std::string requestOf(
    const std::string &method, const std::string &path, const std::string &token, const std::string &json);

struct Outcome {
    double seconds = 0; ///< from the first request to the last answer
    std::vector<double> milliseconds; ///< of each request, sorted
    int failures = 0; ///< answers that are not 2xx

    double p99() const;
};

/// Each list on a connection of its own, one request after the other's answer.
Outcome sendAll(std::uint16_t port, const std::vector<Requests> &lists);
/// The same, but each request is due at its time: `perSecond` in all, spread over the connections. Latencies count from
/// when it was due, so that a stall is seen by all that wait behind it.
Outcome sendPaced(std::uint16_t port, const std::vector<Requests> &lists, double perSecond);

} // namespace quanke::bench
