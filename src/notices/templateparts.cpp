#include "notices/templateparts.h"

namespace quanke::notices {

QString TemplateWriter::text(std::string_view key, const Json &arguments) const
{
    return QString::fromStdString(m_texts(key, arguments));
}

void TemplateWriter::paragraph(const QString &text, Paragraph::Style style)
{
    add(Paragraph{text, style});
}

Notice TemplateWriter::finish(const QString &name, bool practice)
{
    m_notice.name = name;
    m_notice.pageNumber = text("notice.page", {{"page", "%1"}, {"pages", "%2"}});
    if (practice)
        m_notice.watermark = text("notice.practice");
    return std::move(m_notice);
}

void GridWriter::row(const QString &label, const std::string &value)
{
    if (!value.empty())
        m_grid.rows.push_back({label, QString::fromStdString(value), false});
}

void GridWriter::strongRow(const QString &label, const std::string &value)
{
    if (!value.empty())
        m_grid.rows.push_back({label, QString::fromStdString(value), true});
}

std::string minuteInChina(Instant instant)
{
    const int minutes = minuteOfDayInChina(instant);
    return toText(dayInChina(instant))
        + QStringLiteral(" %1:%2")
              .arg(minutes / 60, 2, 10, QLatin1Char('0'))
              .arg(minutes % 60, 2, 10, QLatin1Char('0'))
              .toStdString();
}

QString placeText(const std::string &hall, const std::string &window)
{
    return QString::fromStdString(window.empty() ? hall : hall + " " + window);
}

std::string listed(const std::vector<std::string> &parts, const TemplateWriter &writer)
{
    const std::string separator = writer.text("notice.list-separator").toStdString();
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? std::string() : separator) + part;
    return text;
}

} // namespace quanke::notices
