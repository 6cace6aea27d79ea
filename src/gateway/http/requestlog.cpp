#include "gateway/http/requestlog.h"

#include <algorithm>

namespace quanke::gateway {

void RequestLog::write(const Entry &entry)
{
    auto detail = entry.detail;
    std::ranges::replace_if(
        detail, [](char c) { return c == '\n' || c == '\r'; }, ' '); // one entry, one line
    const std::lock_guard lock(m_mutex);
    m_stream << toText(m_clock.now()) << ' ' << entry.requestId << ' ' << entry.method << ' ' << entry.pattern
             << ' ' << entry.status << ' ' << entry.milliseconds << "ms";
    if (!detail.empty()) {
        m_stream << ' ' << detail;
    }
    m_stream << std::endl;
}

} // namespace quanke::gateway
