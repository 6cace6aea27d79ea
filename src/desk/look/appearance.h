#pragma once

#include <QFont>
#include <QString>

class QApplication;

namespace quanke::desk {

enum class Theme { System, Light, Dark };

/// "light", "dark"; anything else follows the system.
Theme themeFromName(const QString &name);
QString nameOf(Theme theme);

/// How the desk looks: which set of colours, and text from 100 to 200 percent.
struct Appearance {
    Theme theme = Theme::System;
    int textPercent = 100;
};

/// Style, palette and font of the whole application; may be called again when the person changes their mind.
void apply(QApplication &application, const Appearance &appearance);

/// A measure of the pictures (pixels at 100 %) in this application's text size.
int scaled(int pixels);

QFont smallFont();
QFont bodyFont();
QFont boldFont();
QFont titleFont();
/// Any other measure that the pictures name, in points at 100 %.
QFont fontOf(qreal points, QFont::Weight weight = QFont::Normal);

} // namespace quanke::desk
