#include "desk/cases/spreadsheet.h"

namespace quanke::desk {

namespace {

QString cellOf(QString text)
{
    static const QString beginnings = QStringLiteral("=+-@\t\r\n＝＋－＠");
    if (!text.isEmpty() && beginnings.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

std::string spreadsheetOf(const std::vector<QStringList> &lines)
{
    std::string text = "\xEF\xBB\xBF";
    for (const QStringList &line : lines) {
        QStringList cells;
        for (const QString &cell : line)
            cells.append(cellOf(cell));
        text += cells.join(QLatin1Char(',')).toStdString() + "\r\n";
    }
    return text;
}

} // namespace quanke::desk
