#pragma once

#include <QPointF>
#include <QRawFont>
#include <QString>

#include <map>
#include <string>
#include <utility>
#include <vector>

class QPainter;

namespace quanke::notices {

enum class Weight { Regular, Strong };

/// Neighbouring glyphs of one font file.
struct GlyphPiece {
    int face = 0; ///< index of the font file in the typeface
    QRawFont font;
    QList<quint32> glyphs;
    QList<QPointF> positions; ///< of the glyphs, from the line's beginning on the base line
    std::u32string characters; ///< one per glyph
};

struct ShapedText {
    std::vector<GlyphPiece> pieces;
    double width = 0;
};

/// The letters of our papers. Every character is one glyph of the first face that has it, without ligatures
/// or kerning, which Chinese paper does not miss: so painting and the text of a PDF are known to the glyph.
///
/// Regular is WenQuanYi Zen Hei, then Noto Sans CJK SC; strong is Noto Sans CJK SC Bold (WenQuanYi has no
/// bold), then WenQuanYi. What no face has becomes 〓, the mark for a character that is not to be had.
class Typeface {
public:
    Typeface();

    /// A line without line ends; sizes and widths in points.
    ShapedText shape(const QString &text, Weight weight, double size);

    static double ascent(double size) { return size * 0.88; }
    static double lineHeight(double size) { return size * 1.45; }

private:
    struct Glyph {
        int face = 0;
        quint32 index = 0;
        double advance = 0; ///< of the em
        char32_t character = 0; ///< what is drawn: the one asked for, or 〓
    };
    const Glyph &glyphFor(char32_t character, Weight weight);
    const QRawFont &fontOf(int face, double size);

    std::vector<QRawFont> m_faces; ///< at the design size
    std::map<std::pair<Weight, char32_t>, Glyph> m_glyphs;
    std::map<std::pair<int, int>, QRawFont> m_sized; ///< face and hundredths of a point
};

/// Paints the line from that point on the base line with the painter's pen.
void paintText(QPainter &painter, QPointF baseline, const ShapedText &text);

} // namespace quanke::notices
