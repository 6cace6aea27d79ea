#include "desk/look/textroles.h"

#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QPainter>

namespace quanke::desk {

void useSecondText(QWidget *label)
{
    // The palette's second text colour, by role: a change of theme reaches it too.
    label->setForegroundRole(QPalette::PlaceholderText);
}

QLabel *secondLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(smallFont());
    useSecondText(label);
    return label;
}

QLabel *boldLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(boldFont());
    return label;
}

Line::Line(Qt::Orientation orientation, QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Mid);
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

Pane::Pane(QWidget *parent)
    : Pane(Qt::Edges(), parent)
{
}

Pane::Pane(Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_lines(lines)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void Pane::setLines(Qt::Edges lines)
{
    m_lines = lines;
    update();
}

void Pane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor line = tokensOf(palette()).line;
    if (m_lines & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, line);
    if (m_lines & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_lines & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), line);
    if (m_lines & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), line);
}

} // namespace quanke::desk
