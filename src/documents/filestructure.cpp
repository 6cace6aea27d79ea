#include "documents/filestructure.h"

#include <QtEndian>

namespace quanke::documents {

namespace {

constexpr double centimetresPerInch = 2.54;

quint16 bigEndian16(const QByteArray &content, qsizetype position)
{
    return qFromBigEndian<quint16>(content.constData() + position);
}

quint32 bigEndian32(const QByteArray &content, qsizetype position)
{
    return qFromBigEndian<quint32>(content.constData() + position);
}

std::optional<double> meantResolution(double dotsPerInch)
{
    const int rounded = qRound(dotsPerInch);
    if (rounded == 72 || rounded == 96 || rounded < 30 || rounded > 2400)
        return std::nullopt;
    return dotsPerInch;
}

/// ITU T.871 (JFIF) 10.1: identifier, version, units (1 per inch, 2 per centimetre), two densities.
std::optional<double> jfifResolution(const QByteArray &content, qsizetype segment, qsizetype length)
{
    if (length < 14 || content.mid(segment + 2, 5) != QByteArray("JFIF\0", 5))
        return std::nullopt;
    const int unit = content.at(segment + 9);
    const double density = bigEndian16(content, segment + 10);
    if (unit == 1)
        return meantResolution(density);
    if (unit == 2)
        return meantResolution(density * centimetresPerInch);
    return std::nullopt;
}

/// The next marker after entropy-coded data, in which FF stands only before 00 and before restart marks.
qsizetype endOfScan(const QByteArray &content, qsizetype position)
{
    while ((position = content.indexOf('\xff', position)) >= 0 && position + 1 < content.size()) {
        const auto next = static_cast<quint8>(content.at(position + 1));
        if (next != 0x00 && (next < 0xd0 || next > 0xd7))
            return position;
        position += next == 0x00 ? 2 : 1;
    }
    return content.size();
}

/// ITU T.81 annex B: marker segments up to EOI.
FileStructure jpegStructure(const QByteArray &content)
{
    FileStructure structure;
    qsizetype position = 2;
    while (position + 1 < content.size()) {
        if (static_cast<quint8>(content.at(position)) != 0xff)
            return structure;
        const auto marker = static_cast<quint8>(content.at(position + 1));
        if (marker == 0xff) { // fill byte
            ++position;
            continue;
        }
        position += 2;
        if (marker == 0xd9) {
            structure.complete = true;
            return structure;
        }
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7))
            continue;
        if (position + 2 > content.size())
            return structure;
        const qsizetype length = bigEndian16(content, position);
        if (length < 2 || position + length > content.size())
            return structure;
        if (marker == 0xe0 && !structure.dotsPerInch)
            structure.dotsPerInch = jfifResolution(content, position, length);
        position += length;
        if (marker == 0xda)
            position = endOfScan(content, position);
    }
    return structure;
}

/// ISO/IEC 15948: chunks of length, type, data and CRC, up to IEND.
FileStructure pngStructure(const QByteArray &content)
{
    FileStructure structure;
    qsizetype position = 8;
    while (position + 12 <= content.size()) {
        const qsizetype length = bigEndian32(content, position);
        const QByteArray type = content.mid(position + 4, 4);
        if (position + 12 + length > content.size())
            return structure;
        if (type == "IEND") {
            structure.complete = true;
            return structure;
        }
        if (type == "pHYs" && length == 9 && content.at(position + 16) == 1)
            structure.dotsPerInch =
                meantResolution(bigEndian32(content, position + 8) * centimetresPerInch / 100);
        position += 12 + length;
    }
    return structure;
}

/// ISO 32000-1 7.5.5: startxref, the offset of a cross-reference table or stream, %%EOF.
FileStructure pdfStructure(const QByteArray &content)
{
    FileStructure structure;
    const QByteArray tail = content.right(1024);
    const qsizetype start = tail.lastIndexOf("startxref");
    if (start < 0 || tail.indexOf("%%EOF", start) < 0)
        return structure;
    const QByteArray digits = tail.mid(start + 9, tail.indexOf("%%EOF", start) - start - 9).trimmed();
    bool isNumber = false;
    const qint64 offset = digits.toLongLong(&isNumber);
    if (!isNumber || offset <= 0 || offset >= content.size())
        return structure;
    const QByteArray table = content.mid(offset, 24).trimmed();
    structure.complete = table.startsWith("xref") || table.contains(" obj");
    return structure;
}

} // namespace

FileStructure structureOf(Kind kind, const QByteArray &content)
{
    switch (kind) {
    case Kind::Pdf:
        return pdfStructure(content);
    case Kind::Jpeg:
        return jpegStructure(content);
    case Kind::Png:
        return pngStructure(content);
    }
    return {};
}

} // namespace quanke::documents
