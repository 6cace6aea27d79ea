#include "desk/shell/rail.h"

#include "desk/common/workspace.h"
#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace quanke::desk {

RailButton::RailButton(const QString &name, Symbol symbol, QWidget *parent)
    : QToolButton(parent)
    , m_symbol(symbol)
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setFont(smallFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    return {scaled(68), scaled(60)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(palette());
    const QColor colour = isChecked() ? tokens.accent : tokens.secondText;
    if (isChecked()) {
        painter.fillRect(rect(), tokens.tint);
        painter.fillRect(0, scaled(8), 3, height() - scaled(16), tokens.accent);
    } else if (underMouse()) {
        painter.fillRect(rect(), tokens.line);
    }
    paintSymbol(painter, QRect(0, scaled(8), width(), scaled(24)), m_symbol, colour, scaled(20));
    QFont drawn = font();
    drawn.setBold(isChecked());
    painter.setFont(drawn);
    painter.setPen(colour);
    painter.drawText(QRect(1, scaled(32), width() - 2, scaled(22)), Qt::AlignCenter,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 4));
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    if (m_badge > 0)
        paintBadge(painter);
}

void RailButton::paintBadge(QPainter &painter) const
{
    const Tokens &tokens = tokensOf(palette());
    painter.setFont(fontOf(8.5, QFont::Bold));
    const QString words = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    const int extent = qMax(scaled(18), painter.fontMetrics().horizontalAdvance(words) + scaled(8));
    const QRect badge(width() - extent - scaled(6), scaled(4), extent, scaled(16));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.secondText);
    painter.drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter.setPen(tokens.base);
    painter.drawText(badge, Qt::AlignCenter, words);
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_top(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
{
    setFixedWidth(scaled(68));
    setAccessibleName(tr("Workspaces"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(4), 1, 0);
    layout->setSpacing(0);
    m_top->setSpacing(0);
    m_foot->setSpacing(0);
    layout->addLayout(m_top);
    layout->addStretch(1);
    layout->addLayout(m_foot);
}

void Rail::add(const WorkspaceEntry &entry, Place place)
{
    auto *button = new RailButton(entry.name, entry.symbol, this);
    button->setObjectName(entry.id + QStringLiteral("RailButton"));
    button->setToolTip(QStringLiteral("%1  Ctrl+%2").arg(entry.name).arg(entry.number));
    m_group->addButton(button);
    (place == Place::Top ? m_top : m_foot)->addWidget(button);
    m_buttons[entry.id] = button;
    connect(button, &QToolButton::clicked, this, [this, id = entry.id] { Q_EMIT chosen(id); });
}

void Rail::clear()
{
    for (const auto &[id, button] : m_buttons)
        button->deleteLater();
    m_buttons.clear();
}

void Rail::setCurrent(const QString &id)
{
    if (const auto found = m_buttons.find(id); found != m_buttons.end())
        found->second->setChecked(true);
}

void Rail::setBadge(const QString &id, int count)
{
    if (const auto found = m_buttons.find(id); found != m_buttons.end())
        found->second->setBadge(count);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    painter.fillRect(rect(), tokens.rail);
    painter.fillRect(width() - 1, 0, 1, height(), tokens.line);
}

} // namespace quanke::desk
