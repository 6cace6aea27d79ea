#include "notices/qrsymbol.h"

#include <memory>

#include <qrencode.h>

namespace quanke::notices {

QrSymbol::QrSymbol(const QString &content)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(content.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return;
    m_width = code->width;
    m_dark.reserve(std::size_t(m_width) * std::size_t(m_width));
    for (int index = 0; index < m_width * m_width; ++index)
        m_dark.push_back((code->data[index] & 1) != 0);
}

bool QrSymbol::isDark(int column, int row) const
{
    return m_dark.at(std::size_t(row) * std::size_t(m_width) + std::size_t(column));
}

QPainterPath QrSymbol::shape(double side) const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const double module = side / (m_width + 2 * quietZone);
    for (int row = 0; row < m_width; ++row) {
        for (int column = 0; column < m_width; ++column) {
            const int begin = column;
            while (column < m_width && isDark(column, row))
                ++column;
            if (column > begin) // one rectangle per run of modules: half the size, no seams
                path.addRect((begin + quietZone) * module, (row + quietZone) * module,
                    (column - begin) * module, module);
        }
    }
    return path;
}

} // namespace quanke::notices
