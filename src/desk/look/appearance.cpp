#include "desk/look/appearance.h"

#include "desk/look/deskstyle.h"
#include "desk/look/tokens.h"

#include <QApplication>
#include <QStyleFactory>

namespace quanke::desk {

namespace {

constexpr qreal bodyPoints = 11;

const Tokens &tokensFor(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return lightTokens();
    case Theme::Dark:
        return darkTokens();
    case Theme::System:
        break;
    }
    // The platform's own palette is what the system says; ours derives from it only whether it is dark.
    return tokensOf(QApplication::style()->standardPalette());
}

} // namespace

Theme themeFromName(const QString &name)
{
    if (name == QLatin1String("light"))
        return Theme::Light;
    return name == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

QString nameOf(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::System:
        break;
    }
    return QStringLiteral("system");
}

void apply(QApplication &application, const Appearance &appearance)
{
    const Tokens &tokens = tokensFor(appearance.theme);
    // By name: without it Chinese comes out in Japanese forms where the locale is not Chinese.
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPointSizeF(bodyPoints * qBound(100, appearance.textPercent, 200) / 100.0);
    QApplication::setFont(font);
    application.setStyle(new DeskStyle);
    QApplication::setPalette(paletteFrom(tokens));
}

int scaled(int pixels)
{
    return qRound(pixels * QApplication::font().pointSizeF() / bodyPoints);
}

QFont fontOf(qreal points, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * points / bodyPoints);
    font.setWeight(weight);
    return font;
}

QFont smallFont()
{
    return fontOf(10);
}

QFont bodyFont()
{
    return fontOf(bodyPoints);
}

QFont boldFont()
{
    return fontOf(bodyPoints, QFont::Bold);
}

QFont titleFont()
{
    return fontOf(15, QFont::Bold);
}

} // namespace quanke::desk
