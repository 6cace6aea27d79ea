#pragma once

#include "core/base/clock.h"

#include <mutex>
#include <ostream>
#include <string>

namespace quanke::gateway {

/// One line per request: moment, request id, method, route pattern, status, milliseconds. Neither addresses
/// nor query strings nor anything of a body: they may name people.
class RequestLog {
public:
    /// Both outlive the log.
    RequestLog(std::ostream &stream, const Clock &clock)
        : m_stream(stream)
        , m_clock(clock)
    {
    }

    struct Entry {
        std::string requestId;
        std::string method;
        std::string pattern; ///< "-" when no route fits
        int status = 0;
        long milliseconds = 0;
        std::string detail; ///< of a failure of our own, else empty
    };

    void write(const Entry &entry);
    /// What is no request's: a moment and the words.
    void note(const std::string &words);

private:
    void append(std::string line);

    std::ostream &m_stream;
    const Clock &m_clock;
    std::mutex m_mutex;
};

} // namespace quanke::gateway
