#include "desk/look/light.h"

#include "desk/look/appearance.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace quanke::desk {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("quanke::desk::Light", text);
}

int symbolSize(const QFontMetrics &metrics)
{
    return qRound(metrics.height() * 0.78);
}

} // namespace

LightLook lookOf(Light light, const QPalette &palette)
{
    const Tokens &tokens = tokensOf(palette);
    switch (light) {
    case Light::OnTime:
        return {Symbol::OnTime, tokens.ok, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "On time"))};
    case Light::DueSoon:
        return {Symbol::DueSoon, tokens.warning, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Due soon"))};
    case Light::Overdue:
        return {Symbol::Error, tokens.error, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Overdue"))};
    case Light::WaitsForApplicant:
        return {Symbol::WaitsApplicant, tokens.waiting,
            words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Waits for the applicant"))};
    case Light::WaitsForResult:
        return {Symbol::WaitsResult, tokens.done,
            words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Waits for another result"))};
    case Light::InVain:
        return {Symbol::WaitsResult, tokens.error,
            words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Waits in vain"))};
    case Light::Done:
        return {Symbol::Ready, tokens.done, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Decided"))};
    case Light::Ready:
        return {Symbol::Ready, tokens.ok, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Ready"))};
    case Light::LookAtIt:
        return {
            Symbol::Warning, tokens.warning, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Look at it"))};
    case Light::Wrong:
        return {Symbol::Error, tokens.error, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Needs work"))};
    case Light::Missing:
        return {Symbol::Missing, tokens.done, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Missing"))};
    case Light::Promised:
        return {
            Symbol::Calendar, tokens.waiting, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Promised"))};
    case Light::Online:
        return {Symbol::Online, tokens.ok, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Online"))};
    case Light::Offline:
        return {Symbol::Offline, tokens.warning, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Offline"))};
    case Light::Practice:
        return {
            Symbol::Practice, tokens.practice, words(QT_TRANSLATE_NOOP("quanke::desk::Light", "Practice"))};
    }
    return {Symbol::Missing, tokens.done, {}};
}

int paintLight(
    QPainter &painter, const QRect &rect, Light light, const QString &text, const QPalette &palette)
{
    const LightLook look = lookOf(light, palette);
    const QFontMetrics metrics = painter.fontMetrics();
    const int size = symbolSize(metrics);
    paintSymbol(
        painter, QRect(rect.left(), rect.top(), size, rect.height()), look.symbol, look.colours.text, size);
    const QRect room = rect.adjusted(size + scaled(5), 0, 0, 0);
    painter.setPen(look.colours.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(text, Qt::ElideRight, room.width()));
    return qMin(rect.width(), widthOfLight(metrics, text));
}

int widthOfLight(const QFontMetrics &metrics, const QString &text)
{
    return symbolSize(metrics) + scaled(5) + metrics.horizontalAdvance(text);
}

} // namespace quanke::desk
