#pragma once

#include <QPainterPath>
#include <QString>

#include <vector>

namespace quanke::notices {

/// The modules of a QR code (ISO/IEC 18004, error correction M), smallest version that holds the text.
class QrSymbol {
public:
    /// Up to 2,331 bytes of UTF-8; longer texts give an empty symbol.
    explicit QrSymbol(const QString &content);

    int width() const { return m_width; } ///< modules a side, the quiet zone not counted; 0 when empty
    bool isDark(int column, int row) const;

    /// Modules of white that the standard asks for on each side.
    static constexpr int quietZone = 4;
    /// The dark modules as one shape in a square of that side, the quiet zone included.
    QPainterPath shape(double side) const;

private:
    int m_width = 0;
    std::vector<bool> m_dark;
};

} // namespace quanke::notices
