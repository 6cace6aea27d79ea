#include "documents/readerprotocol.h"

#include "core/base/result.h"

#include <QtEndian>

namespace quanke::documents {

namespace {

constexpr qsizetype lengthsSize = 8;

} // namespace

QByteArray frameOf(const Message &message)
{
    const std::string header = message.header.dump();
    QByteArray frame(lengthsSize, '\0');
    qToBigEndian(quint32(header.size()), frame.data());
    qToBigEndian(quint32(message.payload.size()), frame.data() + 4);
    frame.append(header.data(), qsizetype(header.size()));
    frame.append(message.payload);
    return frame;
}

std::optional<Message> MessageAssembler::next()
{
    if (m_isBroken || m_bytes.size() < lengthsSize)
        return std::nullopt;
    const auto headerLength = qFromBigEndian<quint32>(m_bytes.constData());
    const auto payloadLength = qFromBigEndian<quint32>(m_bytes.constData() + 4);
    if (headerLength > largestHeader || payloadLength > largestPayload) {
        m_isBroken = true;
        return std::nullopt;
    }
    const qsizetype whole = lengthsSize + qsizetype(headerLength) + qsizetype(payloadLength);
    if (m_bytes.size() < whole)
        return std::nullopt;
    auto header =
        parseJson(std::string_view(m_bytes.constData() + lengthsSize, headerLength), {largestHeader, 16});
    if (!header || !header->is_object()) {
        m_isBroken = true;
        return std::nullopt;
    }
    Message message{std::move(*header), m_bytes.mid(lengthsSize + headerLength, payloadLength)};
    m_bytes.remove(0, whole);
    return message;
}

} // namespace quanke::documents
