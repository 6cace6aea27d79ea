#include "desk/look/keyhint.h"

#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QFontMetrics>
#include <QPainter>

namespace quanke::desk {

QString nameOfKeys(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::PortableText).replace(QLatin1String("Return"), QLatin1String("Enter"));
}

int widthOfKeyChip(const QString &name)
{
    return QFontMetrics(smallFont()).horizontalAdvance(name) + scaled(10);
}

void paintKeyChip(QPainter &painter, const QPoint &leftMiddle, const QString &name, const QColor &colour)
{
    const QFont font = smallFont();
    const int height = scaled(18);
    const QRectF chip(
        leftMiddle.x() + 0.5, leftMiddle.y() - height / 2 + 0.5, widthOfKeyChip(name) - 1, height - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * 0.86);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setFont(font);
    painter.drawText(chip, Qt::AlignCenter, name);
    painter.restore();
}

KeyHint::KeyHint(const QKeySequence &keys, const QString &meaning, QWidget *parent)
    : QWidget(parent)
    , m_name(nameOfKeys(keys))
    , m_meaning(meaning)
{
    setFont(smallFont());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_name + QLatin1Char(' ') + m_meaning);
}

QSize KeyHint::sizeHint() const
{
    const int words = m_meaning.isEmpty() ? 0 : scaled(4) + fontMetrics().horizontalAdvance(m_meaning);
    return {widthOfKeyChip(m_name) + words + 1, scaled(20)};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor colour = tokensOf(palette()).secondText;
    paintKeyChip(painter, QPoint(0, height() / 2), m_name, colour);
    painter.setPen(colour);
    painter.drawText(
        rect().adjusted(widthOfKeyChip(m_name) + scaled(4), 0, 0, 0), Qt::AlignVCenter, m_meaning);
}

} // namespace quanke::desk
