#pragma once

#include "core/base/json.h"

#include <QByteArray>

#include <optional>

namespace quanke::documents {

/// One message between desk and reading process: 4 bytes length of the JSON, 4 bytes length of the payload
/// (both big-endian), the JSON (UTF-8), the payload.
///
/// Requests:  {"action": "inspect" | "render", "path": … (without it the payload is the document),
///             "page": n, "width": n, "height": n}
/// Answers:   {"progress": [done, all]}…, then one of {"inspection": {…}},
///            {"image": [width, height]} with rows of 32-bit RGB pixels as payload, {"failure": {"key",
///            "arguments"}}
struct Message {
    Json header;
    QByteArray payload;
};

constexpr quint32 largestHeader = 1024 * 1024;
constexpr quint32 largestPayload = 4 * 16'000'000 + 1024;

/// The two lengths and the JSON; the payload follows as it is.
QByteArray frameOf(const Message &message);

/// Puts messages together from what arrives in pieces.
class MessageAssembler {
public:
    void append(const QByteArray &bytes) { m_bytes += bytes; }
    /// Nothing while the next message is incomplete, or when the stream is broken.
    std::optional<Message> next();
    /// Too long or no JSON: nothing more can be read.
    bool isBroken() const { return m_isBroken; }

private:
    QByteArray m_bytes;
    bool m_isBroken = false;
};

} // namespace quanke::documents
