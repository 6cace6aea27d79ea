#include "desk/common/banner.h"

#include "desk/common/actionbutton.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quanke::desk {

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_title(boldLabel({}, this))
    , m_detail(secondLabel({}, this))
{
    m_layout->setContentsMargins(scaled(38), scaled(8), scaled(10), scaled(8));
    m_layout->setSpacing(scaled(8));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    for (QLabel *label : {m_title, m_detail}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    m_layout->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void Banner::show(Light light, const QString &title, const QString &detail)
{
    m_light = light;
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(detail.isEmpty() ? title : title + QLatin1String(": ") + detail);
    setVisible(true);
    update();
}

void Banner::addAction(ActionButton *button)
{
    m_layout->addWidget(button, 0, Qt::AlignVCenter);
}

QString Banner::title() const
{
    return m_title->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const LightLook look = lookOf(m_light, palette());
    painter.fillRect(rect(), look.colours.ground);
    painter.fillRect(0, 0, 3, height(), look.colours.text);
    paintSymbol(painter, QRect(scaled(10), scaled(8), scaled(20), scaled(22)), look.symbol, look.colours.text,
        scaled(20));
}

} // namespace quanke::desk
