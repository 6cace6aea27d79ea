#include "desk/common/labelline.h"

#include "desk/look/appearance.h"

#include <QPainter>

namespace quanke::desk {

LabelLine::LabelLine(QWidget *parent)
    : LabelLine(QString(), parent)
{
}

LabelLine::LabelLine(const QString &label, QWidget *parent)
    : QLabel(label, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void LabelLine::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    update();
}

void LabelLine::setMessage(Light light, const QString &message)
{
    if (m_light == light && m_message == message)
        return;
    m_light = light;
    m_message = message;
    setToolTip(message);
    update();
}

void LabelLine::clearMessage()
{
    setMessage(Light::Wrong, {});
}

QSize LabelLine::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()), scaled(22)};
}

QSize LabelLine::minimumSizeHint() const
{
    return {0, scaled(22)};
}

void LabelLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    painter.setPen(tokens.text);
    const QString label = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, label);
    int left = fontMetrics().horizontalAdvance(label) + scaled(8);
    painter.setFont(smallFont());
    if (!m_note.isEmpty()) {
        painter.setPen(tokens.secondText);
        painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_note);
        left += painter.fontMetrics().horizontalAdvance(m_note) + scaled(8);
    }
    if (!m_message.isEmpty())
        paintLight(painter, rect().adjusted(left, 0, 0, 0), m_light, m_message, palette());
}

} // namespace quanke::desk
