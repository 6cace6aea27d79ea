#include "desk/counter/fill/sectionview.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"
#include "desk/counter/session/cellproblems.h"
#include "desk/fields/editorfactory.h"
#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QPainter>

namespace quanke::desk {

namespace {

constexpr int paddingSide = 28;
constexpr int twoColumnsFrom = 940;
constexpr int columnGap = 48;
constexpr int usualRow = 22 + 1 + 32;

Light lightOf(const form::Problem &problem)
{
    return problem.severity == form::Severity::Error ? Light::Wrong : Light::LookAtIt;
}

} // namespace

SectionView::SectionView(
    const DeskContext &context, CaseSession &session, std::size_t section, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_session(session)
    , m_section(section)
{
    setAccessibleName(textOf(session.composition().sections[section].title, context.language));
}

void SectionView::build()
{
    if (m_built)
        return;
    m_built = true;
    for (const std::string &key : m_session.composition().sections[m_section].keys) {
        if (FieldRow *row = makeRow(key)) {
            m_rows.push_back(row);
            m_byKey[key] = row;
        }
    }
    refreshAll();
    place(width());
}

FieldRow *SectionView::makeRow(const std::string &key)
{
    const catalogue::Element *element = m_context.catalogue->element(catalogue::splitKey(key).element);
    if (!element)
        return nullptr;
    const LocalText &title = m_session.composition().sections[m_section].title;
    auto *row =
        new FieldRow(key, textOf(m_context.catalogue->labelUnder(title, key), m_context.language), this);
    row->setEditor(makeEditor(*m_context.catalogue, *element, m_context.language, row));
    row->setUnit(textOf(element->unit, m_context.language));
    connect(row, &FieldRow::heightChanged, this, &SectionView::heightChanged);
    connect(row->editor(), &FieldEditor::edited, this, [this, row] { Q_EMIT edited(row); });
    connect(row->editor(), &FieldEditor::left, this,
        [this, row](bool backwards) { Q_EMIT left(row, backwards); });
    return row;
}

SourceMark SectionView::markOf(const std::string &key) const
{
    for (const form::ComposedField &field : m_session.composition().fields) {
        if (field.key != key)
            continue;
        if (!field.providedBy.empty()) {
            const catalogue::Matter *matter = m_context.catalogue->matter(field.providedBy);
            return {Symbol::Cases, tr("comes with %1").arg(textOf(matter->shortName, m_context.language))};
        }
        if (!field.situation.empty())
            return {Symbol::List, tr("answer to a question")};
    }
    const ValueSource source = m_session.sourceOf(key);
    if (m_session.form().value(key).is_null())
        return {}; // what a number said before it was changed
    const auto at = parseInstant(source.at);
    const QString time = at ? QLatin1Char(' ') + timeOfDay(*at).left(5) : QString();
    if (source.kind == "card")
        return {Symbol::Card, tr("ID card") + time};
    if (source.kind == "licence")
        return {Symbol::Licence, tr("licence library") + time};
    if (source.kind == "case")
        return {Symbol::Folder, tr("earlier case") + time};
    if (source.kind == "preset")
        return {Symbol::Derived, tr("usual value")};
    if (source.kind == "derived")
        return {Symbol::Derived, tr("from the ID number")};
    if (m_session.form().isReadOnly(key))
        return {Symbol::Derived, tr("worked out")};
    return {};
}

FieldRow *SectionView::row(const std::string &key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? nullptr : found->second;
}

std::vector<FieldRow *> SectionView::visibleRows() const
{
    std::vector<FieldRow *> rows;
    for (FieldRow *row : m_rows) {
        if (!row->isHidden())
            rows.push_back(row);
    }
    return rows;
}

void SectionView::refreshRelevance()
{
    for (FieldRow *row : m_rows)
        row->setVisible(m_session.form().isRelevant(row->key()));
}

void SectionView::refreshRow(const std::string &key)
{
    FieldRow *row = this->row(key);
    if (!row)
        return;
    row->setOptional(!m_session.form().isRequired(key));
    row->setSource(markOf(key));
    row->setReadOnly(m_session.form().isReadOnly(key) || m_session.isProvided(key));
    row->editor()->showCellProblems(cellProblemsOf(m_session, key));
    const std::vector<form::Problem> problems = m_session.shownProblems(key);
    if (problems.empty())
        row->setMessage(Light::Wrong, {});
    else
        row->setMessage(lightOf(problems.front()), m_session.wordsOf(problems.front()));
}

void SectionView::refreshValue(const std::string &key)
{
    if (FieldRow *row = this->row(key))
        row->editor()->show(m_session.form().value(key));
}

void SectionView::refreshAll()
{
    for (const FieldRow *row : m_rows) {
        refreshValue(row->key());
        refreshRow(row->key());
    }
    refreshRelevance();
}

int SectionView::columnsFor(int width) const
{
    return width >= scaled(twoColumnsFrom) ? 2 : 1;
}

int SectionView::headHeight() const
{
    return scaled(56);
}

int SectionView::heightFor(int width) const
{
    const int columns = columnsFor(width);
    if (!m_built) {
        const int rows = int(m_session.visibleKeys(m_section).size());
        const int lines = (rows + columns - 1) / columns;
        return headHeight() + lines * (scaled(usualRow) + FieldRow::gap()) + scaled(14);
    }
    const int columnWidth = (width - 2 * scaled(paddingSide) - (columns - 1) * scaled(columnGap)) / columns;
    const std::vector<FieldRow *> rows = visibleRows();
    const std::size_t half = (rows.size() + std::size_t(columns) - 1) / std::size_t(columns);
    int most = 0;
    int height = 0;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        if (index == half)
            height = 0;
        height += rows[index]->heightFor(columnWidth) + FieldRow::gap();
        most = qMax(most, height);
    }
    return headHeight() + most + scaled(14);
}

void SectionView::place(int width)
{
    if (!m_built || width <= 0)
        return;
    const int columns = columnsFor(width);
    const int columnWidth = (width - 2 * scaled(paddingSide) - (columns - 1) * scaled(columnGap)) / columns;
    const std::vector<FieldRow *> rows = visibleRows();
    const std::size_t half = (rows.size() + std::size_t(columns) - 1) / std::size_t(columns);
    int left = scaled(paddingSide);
    int top = headHeight();
    QWidget *before = nullptr;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        if (index == half && columns > 1) {
            left += columnWidth + scaled(columnGap);
            top = headHeight();
        }
        const int height = rows[index]->heightFor(columnWidth);
        rows[index]->setGeometry(left, top, columnWidth, height);
        top += height + FieldRow::gap();
        if (before)
            QWidget::setTabOrder(before, rows[index]);
        before = rows[index];
    }
}

void SectionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(palette());
    if (m_section > 0)
        painter.fillRect(scaled(paddingSide), 0, width() - 2 * scaled(paddingSide), 1, tokens.line);
    const QRect head(scaled(paddingSide), scaled(8), width() - 2 * scaled(paddingSide), scaled(40));
    painter.setFont(titleFont());
    painter.setPen(tokens.text);
    const QString title = QStringLiteral("%1  %2").arg(m_section + 1).arg(accessibleName());
    painter.drawText(head, Qt::AlignVCenter, title);
    const int used = painter.fontMetrics().horizontalAdvance(title) + scaled(12);
    const Progress progress = m_session.progressOf(m_section);
    painter.setFont(smallFont());
    painter.setPen(tokens.secondText);
    painter.drawText(head.adjusted(used, 0, 0, 0), Qt::AlignVCenter,
        QStringLiteral("%1/%2").arg(progress.done).arg(progress.whole));
}

} // namespace quanke::desk
