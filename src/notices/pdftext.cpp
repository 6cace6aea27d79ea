#include "notices/pdftext.h"

#include <QList>
#include <QMap>
#include <QRegularExpression>
#include <QString>

namespace quanke::notices {

namespace {

QByteArray hex(quint16 value)
{
    return QByteArray::number(value, 16).rightJustified(4, '0').toUpper();
}

QByteArray utf16Of(char32_t character)
{
    QByteArray text;
    for (const QChar unit : QString::fromUcs4(&character, 1))
        text += hex(unit.unicode());
    return text;
}

/// Glyphs of a subset are numbered from 1 in the order of first use.
QByteArray characterMap(const std::u32string &characters)
{
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr std::size_t mostPerBlock = 100; // Adobe technical note 5014
    for (std::size_t begin = 0; begin < characters.size(); begin += mostPerBlock) {
        const std::size_t end = std::min(characters.size(), begin + mostPerBlock);
        map += QByteArray::number(qulonglong(end - begin)) + " beginbfchar\n";
        for (std::size_t index = begin; index < end; ++index)
            map += '<' + hex(quint16(index + 1)) + "> <" + utf16Of(characters[index]) + ">\n";
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

QByteArray mapObject(const QByteArray &number, const std::u32string &characters)
{
    const QByteArray packed =
        qCompress(characterMap(characters)).sliced(4); // zlib's own format, without Qt's length
    return number + " 0 obj\n<< /Length " + QByteArray::number(packed.size())
        + " /Filter /FlateDecode >>\nstream\n" + packed + "\nendstream\nendobj\n";
}

/// The objects that hold the maps, in the order of their fonts. Bytes stand for themselves (Latin-1).
QList<QByteArray> mapNumbers(const QByteArray &pdf)
{
    static const QRegularExpression font(
        QStringLiteral("\\n(\\d+) 0 obj\\n<< /Type /Font\\n/Subtype /Type0\\n[^>]*?/ToUnicode (\\d+) 0 R"));
    QMap<int, QByteArray> numbers;
    for (auto found = font.globalMatch(QString::fromLatin1(pdf)); found.hasNext();) {
        const auto match = found.next();
        numbers.insert(match.captured(1).toInt(), match.captured(2).toLatin1());
    }
    return numbers.values();
}

} // namespace

QByteArray withExactText(const QByteArray &pdf, const std::vector<std::u32string> &fonts)
{
    static const QByteArray end = "endstream\nendobj\n";
    const QList<QByteArray> numbers = mapNumbers(pdf);
    if (numbers.size() != qsizetype(fonts.size()))
        return pdf;
    QByteArray corrected = pdf;
    for (qsizetype index = 0; index < numbers.size(); ++index) {
        const qsizetype begin = pdf.indexOf('\n' + numbers.at(index) + " 0 obj\n") + 1;
        const qsizetype length = pdf.indexOf(end, begin) + end.size() - begin;
        const QByteArray object = mapObject(numbers.at(index), fonts.at(std::size_t(index)));
        if (begin == 0 || object.size() > length)
            return pdf;
        corrected.replace(begin, length, object.leftJustified(length, '\n'));
    }
    return corrected;
}

} // namespace quanke::notices
