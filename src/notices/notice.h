#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <variant>
#include <vector>

namespace quanke::notices {

/// What a printed notice is made of, from top to bottom. Lengths are in points (1/72 inch).

struct Heading {
    QString title;
    QString subtitle; ///< below it, smaller; may be empty
};

/// Label and value pairs, one under the other; beside the code when the notice has one.
struct Grid {
    struct Row {
        QString label;
        QString value;
        bool strong = false;
    };
    std::vector<Row> rows;
};

/// A QR code (ISO/IEC 18004, error correction M) at the right edge, level with the grid that follows.
struct QrCode {
    QString content;
};

struct Table {
    struct Column {
        QString head;
        int share = 1; ///< of the width, against the other columns' shares
        bool rightAligned = false;
    };
    std::vector<Column> columns;
    std::vector<QStringList> rows; ///< as many cells as columns; text wraps
};

struct Paragraph {
    enum class Style { Body, Strong, Small };
    QString text;
    Style style = Style::Body;
};

/// Numbered entries, each a bold line with indented lines below.
struct NumberedList {
    struct Entry {
        QString text;
        QStringList lines;
    };
    std::vector<Entry> entries;
};

/// Labels with a line to write on, side by side.
struct SignatureLines {
    QStringList labels;
};

using Block = std::variant<Heading, QrCode, Grid, Table, Paragraph, NumberedList, SignatureLines>;

/// One notice (凭证, 告知书, 签收单), A4 upright.
struct Notice {
    QString name; ///< the PDF's title
    std::vector<Block> blocks;
    QString footer; ///< left at the foot of every page
    QString pageNumber = QStringLiteral("%1 / %2"); ///< right at the foot: the page (%1) of all (%2)
    QString watermark; ///< across every page, pale ("练习"); usually empty
};

} // namespace quanke::notices
