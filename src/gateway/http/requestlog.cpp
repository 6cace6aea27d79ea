#include "gateway/http/requestlog.h"

#include <algorithm>
#include <sstream>

namespace quanke::gateway {

void RequestLog::write(const Entry &entry)
{
    auto detail = entry.detail;
    std::ranges::replace_if(
        detail, [](char c) { return c == '\n' || c == '\r'; }, ' '); // one entry, one line
    std::ostringstream line;
    line << toText(m_clock.now()) << ' ' << entry.requestId << ' ' << entry.method << ' ' << entry.pattern
         << ' ' << entry.status << ' ' << entry.milliseconds << "ms";
    if (!detail.empty()) {
        line << ' ' << detail;
    }
    line << '\n';
    const std::lock_guard lock(m_mutex);
    m_stream << line.str()
             << std::flush; // at once: the stream may be stderr, which writes each piece by itself
}

} // namespace quanke::gateway
