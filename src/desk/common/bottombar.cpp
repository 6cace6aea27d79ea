#include "desk/common/bottombar.h"

#include "desk/common/elidedlabel.h"
#include "desk/common/statuslight.h"
#include "desk/look/appearance.h"

#include <QHBoxLayout>

namespace quanke::desk {

BottomBar::BottomBar(QWidget *parent)
    : Pane(Qt::TopEdge, parent)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
    , m_light(new StatusLight(this))
    , m_second(new ElidedLabel(this))
{
    setFixedHeight(scaled(52));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(16), 1, scaled(16), 0);
    layout->setSpacing(scaled(8));
    m_left->setSpacing(scaled(8));
    m_right->setSpacing(scaled(8));
    m_second->setFont(smallFont());
    useSecondText(m_second);
    m_second->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_light->hide();
    m_left->addWidget(m_light);
    m_left->addWidget(m_second, 1);
    layout->addLayout(m_left, 1);
    layout->addLayout(m_right);
}

void BottomBar::setSecondText(const QString &text)
{
    m_second->setText(text);
}

void BottomBar::addLeft(QWidget *widget)
{
    m_second->hide();
    m_left->addWidget(widget, 1);
}

void BottomBar::addRight(QWidget *widget)
{
    m_right->addWidget(widget);
}

void BottomBar::addRightLine()
{
    auto *line = new Line(Qt::Vertical, this);
    line->setFixedHeight(scaled(32));
    m_right->addWidget(line);
}

} // namespace quanke::desk
