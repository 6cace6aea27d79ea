#include "notices/pageplacer.h"

#include "notices/linebreaker.h"
#include "notices/qrsymbol.h"

#include <algorithm>
#include <numeric>

namespace quanke::notices {

namespace {

constexpr double contentWidth = pageWidth - 2 * sideMargin;
constexpr double lowestEdge = pageHeight - bottomMargin;
constexpr double codeSide = 92; // 33 modules and their quiet zone: 0.8 mm a module, read by any telephone
constexpr double cellPadding = 5;
constexpr double ruleWidth = 0.6;
constexpr double entryIndent = 20;
const QColor rule(0x85, 0x8e, 0x99);
const QColor headGround(0xf0, 0xf2, 0xf4);
const QColor secondText(0x4f, 0x58, 0x62);

} // namespace

PagePlacer::PagePlacer(Typeface &typeface)
    : m_typeface(typeface)
    , m_pages(1)
{
}

void PagePlacer::place(const Heading &heading)
{
    const Setting title{Weight::Strong, 20};
    const Setting subtitle{Weight::Regular, 11};
    const auto centred = [this](const QString &text, const Setting &setting) {
        for (const QString &part : broken(text, contentWidth, setting))
            lines({part}, (pageWidth - widthOf(part, setting)) / 2, setting);
    };
    centred(heading.title, title);
    if (!heading.subtitle.isEmpty())
        centred(heading.subtitle, subtitle);
    m_top += 14;
}

void PagePlacer::place(const QrCode &code)
{
    m_code = code.content;
}

void PagePlacer::place(const Grid &grid)
{
    const Setting label{Weight::Regular, 10.5, secondText};
    const double labelWidth = std::accumulate(grid.rows.begin(), grid.rows.end(), 0.0,
        [&](double widest, const Grid::Row &row) { return std::max(widest, widthOf(row.label, label)); });
    const double valueLeft = sideMargin + std::min(labelWidth + 12, contentWidth * 0.4);
    double valueWidth = sideMargin + contentWidth - valueLeft;
    double codeBottom = 0;
    if (!m_code.isEmpty()) {
        makeRoom(codeSide);
        const QrSymbol symbol(m_code);
        page().shapes.push_back(
            {symbol.shape(codeSide).translated(sideMargin + contentWidth - codeSide, m_top), Qt::black});
        valueWidth -= codeSide + 12;
        codeBottom = m_top + codeSide;
        m_code.clear();
    }
    for (const Grid::Row &row : grid.rows) {
        const Setting value{row.strong ? Weight::Strong : Weight::Regular, 10.5};
        const QStringList texts = broken(row.value, valueWidth, value);
        makeRoom(Typeface::lineHeight(value.size));
        line(row.label, sideMargin, m_top, label);
        lines(texts, valueLeft, value);
        m_top += 2;
    }
    m_top = std::max(m_top, codeBottom) + 10;
}

void PagePlacer::place(const Table &table)
{
    const Setting head{Weight::Regular, 9.5, secondText};
    const Setting body{Weight::Regular, 9.5};
    const TableGeometry geometry = geometryOf(table);
    QStringList heads;
    for (const Table::Column &column : table.columns)
        heads.append(column.head);
    const Row headRow = rowOf(table, heads, geometry, head);

    const auto placeHead = [&] {
        rectangle(QRectF(sideMargin, m_top, contentWidth, headRow.height), headGround);
        rectangle(QRectF(sideMargin, m_top, contentWidth, ruleWidth), rule);
        placeRow(table, headRow, geometry, head);
    };
    bool isHeadDue = true;
    for (const QStringList &cells : table.rows) {
        const Row row = rowOf(table, cells, geometry, body);
        if (isHeadDue || m_top + row.height > lowestEdge) {
            makeRoom(headRow.height + row.height);
            placeHead();
        }
        placeRow(table, row, geometry, body);
        isHeadDue = false;
    }
    m_top += 10;
}

PagePlacer::TableGeometry PagePlacer::geometryOf(const Table &table) const
{
    const int shares = std::accumulate(table.columns.begin(), table.columns.end(), 0,
        [](int sum, const Table::Column &column) { return sum + column.share; });
    TableGeometry geometry;
    int before = 0;
    for (const Table::Column &column : table.columns) {
        geometry.left.push_back(sideMargin + contentWidth * before / shares);
        before += column.share;
    }
    geometry.left.push_back(sideMargin + contentWidth);
    return geometry;
}

PagePlacer::Row PagePlacer::rowOf(
    const Table &table, const QStringList &cells, const TableGeometry &geometry, const Setting &setting)
{
    Row row;
    qsizetype mostLines = 1;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const double width = geometry.left.at(column + 1) - geometry.left.at(column) - 2 * cellPadding;
        row.cells.push_back(broken(cells.value(qsizetype(column)), width, setting));
        mostLines = std::max(mostLines, row.cells.back().size());
    }
    row.height = double(mostLines) * Typeface::lineHeight(setting.size) + 4;
    return row;
}

void PagePlacer::placeRow(
    const Table &table, const Row &row, const TableGeometry &geometry, const Setting &setting)
{
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        double top = m_top + 2;
        for (const QString &text : row.cells.at(column)) {
            const double right = geometry.left.at(column + 1) - cellPadding - widthOf(text, setting);
            line(text, table.columns.at(column).rightAligned ? right : geometry.left.at(column) + cellPadding,
                top, setting);
            top += Typeface::lineHeight(setting.size);
        }
    }
    for (const double x : geometry.left)
        rectangle(QRectF(x - ruleWidth / 2, m_top, ruleWidth, row.height + ruleWidth), rule);
    m_top += row.height;
    rectangle(QRectF(sideMargin, m_top, contentWidth, ruleWidth), rule);
}

void PagePlacer::place(const Paragraph &paragraph)
{
    Setting setting;
    if (paragraph.style == Paragraph::Style::Strong)
        setting = {Weight::Strong, 11};
    if (paragraph.style == Paragraph::Style::Small)
        setting = {Weight::Regular, 9, secondText};
    const QStringList texts = broken(paragraph.text, contentWidth, setting);
    const bool isHeading = paragraph.style == Paragraph::Style::Strong;
    makeRoom(
        Typeface::lineHeight(setting.size) * (isHeading ? 4 : 1)); // no heading alone at the foot of a page
    lines(texts, sideMargin, setting);
    m_top += 4;
}

void PagePlacer::place(const NumberedList &list)
{
    const Setting strong{Weight::Strong, 10.5};
    const Setting body{Weight::Regular, 10.5};
    int number = 0;
    for (const NumberedList::Entry &entry : list.entries) {
        makeRoom(Typeface::lineHeight(strong.size) * 2);
        line(QStringLiteral("%1.").arg(++number), sideMargin, m_top, strong);
        lines(broken(entry.text, contentWidth - entryIndent, strong), sideMargin + entryIndent, strong);
        for (const QString &text : entry.lines)
            lines(broken(text, contentWidth - entryIndent, body), sideMargin + entryIndent, body);
        m_top += 6;
    }
}

void PagePlacer::place(const SignatureLines &signature)
{
    const Setting label{Weight::Regular, 10.5};
    const double height = 44;
    makeRoom(height);
    const double width = contentWidth / double(std::max<qsizetype>(1, signature.labels.size()));
    for (qsizetype index = 0; index < signature.labels.size(); ++index) {
        const double left = sideMargin + width * double(index);
        const double lineLeft = left + widthOf(signature.labels.at(index), label) + 6;
        line(signature.labels.at(index), left, m_top + height - Typeface::lineHeight(label.size), label);
        rectangle(QRectF(lineLeft, m_top + height - 2, left + width - 18 - lineLeft, ruleWidth), Qt::black);
    }
    m_top += height + 8;
}

std::vector<PlacedPage> PagePlacer::finish(const Notice &notice)
{
    const Setting foot{Weight::Regular, 9, secondText};
    const Setting across{Weight::Strong, 120, QColor(0xeb, 0xe4, 0xf3)};
    const double top = pageHeight - bottomMargin + 18;
    const auto count = m_pages.size();
    for (std::size_t index = 0; index < count; ++index) {
        PlacedPage &placedPage = m_pages.at(index);
        const auto add = [&](const QString &text, double x, double y, const Setting &setting) {
            placedPage.texts.push_back({{x, y + Typeface::ascent(setting.size)},
                m_typeface.shape(text, setting.weight, setting.size), text, setting.colour});
        };
        const QString number = notice.pageNumber.arg(index + 1).arg(count);
        add(notice.footer, sideMargin, top, foot);
        add(number, pageWidth - sideMargin - widthOf(number, foot), top, foot);
        if (notice.watermark.isEmpty())
            continue;
        add(notice.watermark, (pageWidth - widthOf(notice.watermark, across)) / 2, pageHeight / 2 - 90,
            across);
        std::rotate(
            placedPage.texts.begin(), placedPage.texts.end() - 1, placedPage.texts.end()); // below the rest
    }
    return std::move(m_pages);
}

void PagePlacer::makeRoom(double height)
{
    if (m_top + height <= lowestEdge || m_top == topMargin)
        return;
    m_pages.emplace_back();
    m_top = topMargin;
}

void PagePlacer::line(const QString &text, double x, double top, const Setting &setting)
{
    if (text.isEmpty())
        return;
    const double leading = (Typeface::lineHeight(setting.size) - setting.size) / 2;
    page().texts.push_back({{x, top + leading + Typeface::ascent(setting.size)},
        m_typeface.shape(text, setting.weight, setting.size), text, setting.colour});
}

void PagePlacer::lines(const QStringList &texts, double x, const Setting &setting)
{
    for (const QString &text : texts) {
        makeRoom(Typeface::lineHeight(setting.size));
        line(text, x, m_top, setting);
        m_top += Typeface::lineHeight(setting.size);
    }
}

QStringList PagePlacer::broken(const QString &text, double width, const Setting &setting)
{
    return brokenLines(m_typeface, text, setting.weight, setting.size, width);
}

double PagePlacer::widthOf(const QString &text, const Setting &setting)
{
    return m_typeface.shape(text, setting.weight, setting.size).width;
}

void PagePlacer::rectangle(const QRectF &rectangle, const QColor &colour)
{
    QPainterPath path;
    path.addRect(rectangle);
    page().shapes.push_back({path, colour});
}

std::vector<PlacedPage> placed(const Notice &notice, Typeface &typeface)
{
    PagePlacer placer(typeface);
    for (const Block &block : notice.blocks)
        std::visit([&placer](const auto &part) { placer.place(part); }, block);
    return placer.finish(notice);
}

} // namespace quanke::notices
