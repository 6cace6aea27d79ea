#include "desk/common/progressstrip.h"

#include "desk/look/appearance.h"

#include <QPainter>
#include <QPainterPath>

namespace quanke::desk {

namespace {

QColor colourOf(ProgressStrip::Piece piece, const Tokens &tokens)
{
    switch (piece) {
    case ProgressStrip::Piece::Accent:
        return tokens.accent;
    case ProgressStrip::Piece::Ok:
        return tokens.ok.text;
    case ProgressStrip::Piece::Waiting:
        return tokens.waiting.text;
    case ProgressStrip::Piece::Error:
        return tokens.error.text;
    case ProgressStrip::Piece::Done:
        return tokens.done.text;
    }
    return tokens.accent;
}

} // namespace

ProgressStrip::ProgressStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressStrip::setPieces(const QList<std::pair<Piece, int>> &pieces, int whole)
{
    m_pieces = pieces;
    m_whole = qMax(1, whole);
    update();
}

void ProgressStrip::setProgress(double done, double whole)
{
    constexpr int steps = 1000;
    setPieces({{Piece::Accent, whole > 0 ? int(done * steps / whole) : 0}}, steps);
}

QSize ProgressStrip::sizeHint() const
{
    return {scaled(80), scaled(6)};
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(palette());
    QPainterPath strip;
    strip.addRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setClipPath(strip);
    painter.fillRect(rect(), tokens.done.ground);
    qreal left = 0;
    for (const auto &[piece, share] : m_pieces) {
        const qreal extent = qreal(width()) * share / m_whole;
        painter.fillRect(QRectF(left, 0, extent, height()), colourOf(piece, tokens));
        left += extent;
    }
}

} // namespace quanke::desk
