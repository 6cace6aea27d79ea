#include "notices/typeface.h"

#include <QFont>
#include <QGlyphRun>
#include <QPainter>

#include <array>

namespace quanke::notices {

namespace {

/// Large enough that advances are exact to a thousandth of the em.
constexpr int designSize = 1000;
constexpr char32_t substitute = U'\u3013'; // 〓

enum Face { ZenHei, Noto, NotoBold };
constexpr std::array<std::array<int, 2>, 2> facesOfWeight{{{ZenHei, Noto}, {NotoBold, ZenHei}}};

QRawFont rawFont(const QString &family, QFont::Weight weight)
{
    QFont font(family);
    font.setPixelSize(designSize);
    font.setWeight(weight);
    font.setStyleStrategy(QFont::NoFontMerging);
    font.setHintingPreference(QFont::PreferNoHinting);
    return QRawFont::fromFont(font);
}

quint32 glyphIn(const QRawFont &font, char32_t character)
{
    const QList<quint32> indexes = font.glyphIndexesForString(QString::fromUcs4(&character, 1));
    return indexes.size() == 1 ? indexes.first() : 0;
}

} // namespace

Typeface::Typeface()
    : m_faces{rawFont(QStringLiteral("WenQuanYi Zen Hei"), QFont::Normal),
        rawFont(QStringLiteral("Noto Sans CJK SC"), QFont::Normal),
        rawFont(QStringLiteral("Noto Sans CJK SC"), QFont::Bold)}
{
}

ShapedText Typeface::shape(const QString &text, Weight weight, double size)
{
    ShapedText shaped;
    for (const uint character : text.toUcs4()) {
        const Glyph &glyph = glyphFor(character, weight);
        if (shaped.pieces.empty() || shaped.pieces.back().face != glyph.face)
            shaped.pieces.push_back({glyph.face, fontOf(glyph.face, size), {}, {}, {}});
        GlyphPiece &piece = shaped.pieces.back();
        piece.glyphs.append(glyph.index);
        piece.positions.append(QPointF(shaped.width, 0));
        piece.characters.push_back(glyph.character);
        shaped.width += glyph.advance * size;
    }
    return shaped;
}

const Typeface::Glyph &Typeface::glyphFor(char32_t character, Weight weight)
{
    const auto known = m_glyphs.find({weight, character});
    if (known != m_glyphs.end())
        return known->second;
    for (const char32_t wanted : {character, substitute}) {
        for (const int face : facesOfWeight.at(std::size_t(weight))) {
            const QRawFont &font = m_faces.at(std::size_t(face));
            const quint32 index = glyphIn(font, wanted);
            if (index == 0)
                continue;
            const double advance = font.advancesForGlyphIndexes({index}).first().x() / designSize;
            return m_glyphs[{weight, character}] = {face, index, advance, wanted};
        }
    }
    return m_glyphs[{weight, character}] = {ZenHei, 0, 1, character};
}

const QRawFont &Typeface::fontOf(int face, double size)
{
    const std::pair<int, int> key{face, qRound(size * 100)};
    const auto known = m_sized.find(key);
    if (known != m_sized.end())
        return known->second;
    QRawFont font = m_faces.at(std::size_t(face));
    font.setPixelSize(size);
    return m_sized[key] = font;
}

void paintText(QPainter &painter, QPointF baseline, const ShapedText &text)
{
    for (const GlyphPiece &piece : text.pieces) {
        QGlyphRun run;
        run.setRawFont(piece.font);
        run.setGlyphIndexes(piece.glyphs);
        run.setPositions(piece.positions);
        painter.drawGlyphRun(baseline, run);
    }
}

} // namespace quanke::notices
