#include "gateway/http/requestlog.h"

#include <algorithm>
#include <sstream>

namespace quanke::gateway {

void RequestLog::write(const Entry &entry)
{
    std::ostringstream line;
    line << toText(m_clock.now()) << ' ' << entry.requestId << ' ' << entry.method << ' ' << entry.pattern
         << ' ' << entry.status << ' ' << entry.milliseconds << "ms";
    if (!entry.detail.empty()) {
        line << ' ' << entry.detail;
    }
    append(line.str());
}

void RequestLog::note(const std::string &words)
{
    append(toText(m_clock.now()) + ' ' + words);
}

void RequestLog::append(std::string line)
{
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r'; }, ' '); // one entry, one line
    line += '\n';
    const std::lock_guard lock(m_mutex);
    m_stream << line << std::flush; // at once: the stream may be stderr, which writes each piece by itself
}

} // namespace quanke::gateway
