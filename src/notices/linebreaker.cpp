#include "notices/linebreaker.h"

#include <QTextBoundaryFinder>

namespace quanke::notices {

namespace {

QString withoutTrailingSpaces(const QString &line)
{
    qsizetype length = line.size();
    while (length > 0 && line.at(length - 1) == QLatin1Char(' '))
        --length;
    return line.first(length);
}

/// Where the text may be broken: by line rules, or between any two characters.
QStringList parts(const QString &text, QTextBoundaryFinder::BoundaryType type)
{
    QStringList found;
    QTextBoundaryFinder finder(type, text);
    qsizetype begin = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        found.append(text.sliced(begin, end - begin));
        begin = end;
    }
    return found;
}

class LineFiller {
public:
    LineFiller(Typeface &typeface, Weight weight, double size, double width)
        : m_typeface(typeface)
        , m_weight(weight)
        , m_size(size)
        , m_width(width)
    {
    }

    void add(const QString &part)
    {
        if (fits(m_line + part)) {
            m_line += part;
            return;
        }
        if (!m_line.isEmpty())
            endLine();
        if (fits(part)) {
            m_line = part;
            return;
        }
        for (const QString &character : parts(part, QTextBoundaryFinder::Grapheme)) {
            if (!m_line.isEmpty() && !fits(m_line + character))
                endLine();
            m_line += character;
        }
    }

    void endLine()
    {
        m_lines.append(withoutTrailingSpaces(m_line));
        m_line.clear();
    }

    QStringList lines() const { return m_lines; }

private:
    bool fits(const QString &line)
    {
        return m_typeface.shape(withoutTrailingSpaces(line), m_weight, m_size).width <= m_width;
    }

    Typeface &m_typeface;
    Weight m_weight;
    double m_size;
    double m_width;
    QString m_line;
    QStringList m_lines;
};

} // namespace

QStringList brokenLines(Typeface &typeface, const QString &text, Weight weight, double size, double width)
{
    LineFiller filler(typeface, weight, size, width);
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        for (const QString &part : parts(paragraph, QTextBoundaryFinder::Line))
            filler.add(part);
        filler.endLine();
    }
    return filler.lines();
}

} // namespace quanke::notices
