#pragma once

#include <QColor>

class QPalette;

namespace quanke::desk {

/// What a state is drawn with: never alone, always beside an icon and a word.
struct StatusColours {
    QColor text;
    QColor ground;
};

/// The colours of the desk. Text colours hold 4.5:1 on every ground they are drawn on.
struct Tokens {
    QColor window; ///< behind the panes
    QColor base; ///< panes, fields, tables
    QColor alternate; ///< heads of tables, group rows
    QColor rail;
    QColor line; ///< between panes and rows, decoration only
    QColor edge; ///< borders of fields and buttons
    QColor text;
    QColor secondText;
    QColor accent; ///< focus, the one primary key, the current tab
    QColor onAccent;
    QColor selection; ///< ground of the selected row, text stays text
    QColor tint; ///< pressed filter, current workspace
    QColor mark; ///< search hit, value named by a review point
    StatusColours ok;
    StatusColours warning;
    StatusColours error;
    StatusColours waiting;
    StatusColours done;
    StatusColours practice;
};

const Tokens &lightTokens();
const Tokens &darkTokens();

/// The set a palette was made from.
const Tokens &tokensOf(const QPalette &palette);

QPalette paletteFrom(const Tokens &tokens);

} // namespace quanke::desk
