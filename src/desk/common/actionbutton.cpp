#include "desk/common/actionbutton.h"

#include "desk/look/appearance.h"
#include "desk/look/keyhint.h"
#include "desk/look/tokens.h"

#include <QPainter>
#include <QShortcut>

namespace quanke::desk {

namespace {

constexpr int gap = 6;
constexpr int symbolPixels = 18;

} // namespace

ActionButton::ActionButton(QWidget *parent)
    : ActionButton({}, ButtonKind::Normal, parent)
{
}

ActionButton::ActionButton(const QString &text, ButtonKind kind, QWidget *parent)
    : QPushButton(text, parent)
{
    setKind(kind);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setAutoDefault(false);
}

void ActionButton::setKind(ButtonKind kind)
{
    m_kind = kind;
    setFont(textFont());
    updateGeometry();
    update();
}

void ActionButton::setSymbol(Symbol symbol)
{
    m_symbol = symbol;
    updateGeometry();
    update();
}

void ActionButton::setKeys(const QKeySequence &keys)
{
    // Not the button's own shortcut: that one clicks a tenth of a second later.
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, &QAbstractButton::click);
    setKeysShown(keys);
}

void ActionButton::setKeysShown(const QKeySequence &keys)
{
    m_keys = nameOfKeys(keys);
    updateGeometry();
    update();
}

QFont ActionButton::textFont() const
{
    if (m_kind == ButtonKind::Primary)
        return boldFont();
    return m_kind == ButtonKind::Small ? smallFont() : bodyFont();
}

int ActionButton::contentWidth() const
{
    int width = QFontMetrics(
        isCheckable() ? fontOf(font().pointSizeF() / bodyFont().pointSizeF() * 11, QFont::Bold) : font())
                    .horizontalAdvance(text());
    if (m_symbol)
        width += scaled(symbolPixels) + (text().isEmpty() ? 0 : scaled(gap));
    if (!m_keys.isEmpty())
        width += scaled(gap) + widthOfKeyChip(m_keys);
    return width;
}

QSize ActionButton::sizeHint() const
{
    const int padding = m_kind == ButtonKind::Normal || m_kind == ButtonKind::Primary ? 12 : 8;
    return {contentWidth() + 2 * scaled(padding) + 1, scaled(m_kind == ButtonKind::Small ? 28 : 32)};
}

QSize ActionButton::minimumSizeHint() const
{
    return sizeHint();
}

QColor ActionButton::textColour() const
{
    const Tokens &tokens = tokensOf(palette());
    if (!isEnabled())
        return tokens.secondText;
    if (m_kind == ButtonKind::Primary)
        return tokens.onAccent;
    return isChecked() ? tokens.accent : tokens.text;
}

void ActionButton::paintGround(QPainter &painter) const
{
    const Tokens &tokens = tokensOf(palette());
    QColor ground = tokens.base;
    QColor border = tokens.edge;
    if (m_kind == ButtonKind::Primary && isEnabled()) {
        ground = border = isDown() ? tokens.accent.darker(115) : tokens.accent;
    } else if (!isEnabled()) {
        ground = tokens.window;
        border = tokens.line;
    } else if (isChecked()) {
        ground = tokens.tint;
        border = tokens.accent;
    } else if (underMouse() || isDown()) {
        ground = tokens.alternate;
    }
    if (m_kind == ButtonKind::Quiet && !isChecked()) {
        border = Qt::transparent;
        if (!underMouse())
            ground = Qt::transparent;
    }
    const bool focus = hasFocus();
    const bool primary = m_kind == ButtonKind::Primary && isEnabled();
    painter.setPen(QPen(focus && !primary ? tokens.accent : border, focus ? 2 : 1));
    painter.setBrush(ground);
    const qreal inset = focus ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    if (focus && primary) {
        painter.setPen(QPen(tokens.onAccent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 3, 3);
    }
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = textColour();
    paintGround(painter);
    QFont drawn = font();
    if (isChecked())
        drawn.setBold(true);
    painter.setFont(drawn);
    int used = painter.fontMetrics().horizontalAdvance(text());
    if (m_symbol)
        used += scaled(symbolPixels) + (text().isEmpty() ? 0 : scaled(gap));
    if (!m_keys.isEmpty())
        used += scaled(gap) + widthOfKeyChip(m_keys);
    int left = qMax(2, (width() - used) / 2);
    if (m_symbol) {
        paintSymbol(
            painter, QRect(left, 0, scaled(symbolPixels), height()), *m_symbol, colour, scaled(symbolPixels));
        left += scaled(symbolPixels) + scaled(gap);
    }
    painter.setPen(colour);
    painter.drawText(
        QRect(left, 0, width() - left, height() - 1), Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    left += painter.fontMetrics().horizontalAdvance(text()) + scaled(gap);
    if (!m_keys.isEmpty())
        paintKeyChip(painter, QPoint(left, height() / 2), m_keys, colour);
}

} // namespace quanke::desk
