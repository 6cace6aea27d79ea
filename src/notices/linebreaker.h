#pragma once

#include "notices/typeface.h"

#include <QStringList>

namespace quanke::notices {

/// Breaks a text into lines no wider than that, at the places Unicode allows (UAX 14: no line begins with
/// 。), inside a word only when it alone is too wide. Line ends in the text stay; there is always at least
/// one line.
QStringList brokenLines(Typeface &typeface, const QString &text, Weight weight, double size, double width);

} // namespace quanke::notices
