#pragma once

#include "core/base/date.h"
#include "notices/notice.h"
#include "notices/texts.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace quanke::notices {

/// Puts a template together: blocks in order, words by their message keys.
class TemplateWriter {
public:
    explicit TemplateWriter(const Texts &texts)
        : m_texts(texts)
    {
    }

    QString text(std::string_view key, const Json &arguments = Json::object()) const;

    void add(Block block) { m_notice.blocks.push_back(std::move(block)); }
    void paragraph(const QString &text, Paragraph::Style style = Paragraph::Style::Body);
    /// The notice, with its page numbers; marked when it is only practice.
    Notice finish(const QString &name, bool practice);
    void setFooter(const QString &footer) { m_notice.footer = footer; }

private:
    const Texts &m_texts;
    Notice m_notice;
};

/// Rows of a grid; those without a value are left out.
class GridWriter {
public:
    void row(const QString &label, const std::string &value);
    void strongRow(const QString &label, const std::string &value);
    Grid grid() const { return m_grid; }

private:
    Grid m_grid;
};

/// "2026-11-24 10:04", in China.
std::string minuteInChina(Instant instant);
/// Hall and window in one line.
QString placeText(const std::string &hall, const std::string &window);
/// "a、b" in Chinese, "a, b" in English.
std::string listed(const std::vector<std::string> &parts, const TemplateWriter &writer);

} // namespace quanke::notices
