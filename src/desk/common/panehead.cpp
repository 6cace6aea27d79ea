#include "desk/common/panehead.h"

#include "desk/common/elidedlabel.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"

#include <QHBoxLayout>

namespace quanke::desk {

PaneHead::PaneHead(QWidget *parent)
    : PaneHead(QString(), parent)
{
}

PaneHead::PaneHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_symbol(new QLabel(this))
    , m_title(new ElidedLabel(this))
    , m_second(new ElidedLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(scaled(6));
    m_symbol->hide();
    m_title->setText(title);
    m_title->setFont(boldFont());
    m_second->setFont(smallFont());
    useSecondText(m_second);
    m_second->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_layout->addWidget(m_symbol);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_second, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(scaled(24));
}

void PaneHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHead::setSymbol(Symbol symbol, Tone tone)
{
    m_symbol->setPixmap(icon(symbol, tone).pixmap(scaled(18), scaled(18)));
    m_symbol->show();
}

void PaneHead::setSecondText(const QString &text)
{
    m_second->setText(text);
}

void PaneHead::addRight(QWidget *widget)
{
    m_layout->addWidget(widget);
}

} // namespace quanke::desk
