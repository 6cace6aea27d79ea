#include "desk/common/statuslight.h"

#include "desk/look/appearance.h"

#include <QPainter>

namespace quanke::desk {

StatusLight::StatusLight(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusLight::show(Light light, const QString &words)
{
    const QString said = words.isEmpty() ? lookOf(light, palette()).word : words;
    if (m_light == light && m_words == said)
        return;
    m_light = light;
    m_words = said;
    setAccessibleName(said);
    setToolTip(said);
    updateGeometry();
    update();
}

void StatusLight::setPlate(bool plate)
{
    m_plate = plate;
    updateGeometry();
}

int StatusLight::padding() const
{
    return m_plate ? scaled(7) : 0;
}

QSize StatusLight::sizeHint() const
{
    return {widthOfLight(fontMetrics(), m_words) + 2 * padding() + 1, scaled(22)};
}

QSize StatusLight::minimumSizeHint() const
{
    return {widthOfLight(fontMetrics(), {}) + 2 * padding(), scaled(22)};
}

void StatusLight::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_plate)
        painter.fillRect(rect(), lookOf(m_light, palette()).colours.ground);
    paintLight(painter, rect().adjusted(padding(), 0, -padding(), 0), m_light, m_words, palette());
}

} // namespace quanke::desk
