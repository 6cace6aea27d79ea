#include "desk/counter/fill/outline.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/panehead.h"
#include "desk/common/progressstrip.h"
#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/look/symbol.h"
#include "desk/look/tokens.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quanke::desk {

namespace {

struct Mark {
    Symbol symbol;
    QColor colour;
    int count;
};

Mark markOf(const OutlineRow &row, const Tokens &tokens)
{
    if (row.errors > 0)
        return {Symbol::Error, tokens.error.text, row.errors};
    if (row.warnings > 0)
        return {Symbol::Warning, tokens.warning.text, row.warnings};
    if (row.whole > 0 && row.done == row.whole)
        return {Symbol::Ready, tokens.ok.text, 0};
    return {Symbol::Missing, tokens.secondText, 0};
}

} // namespace

void OutlineModel::show(const std::vector<OutlineRow> &rows)
{
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const OutlineRow &row = m_rows[std::size_t(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return row.title;
    if (role == Qt::AccessibleDescriptionRole)
        return tr("%1 of %2 filled in, %3 wrong").arg(row.done).arg(row.whole).arg(row.errors);
    return {};
}

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {0, scaled(36)};
}

void OutlineDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const OutlineRow &row = static_cast<const OutlineModel *>(index.model())->row(index.row());
    const Tokens &tokens = tokensOf(option.palette);
    const QRect rect = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected) {
        painter->fillRect(rect, tokens.selection);
        painter->fillRect(rect.left(), rect.top(), 3, rect.height(), tokens.accent);
    }
    painter->setPen(tokens.secondText);
    painter->setFont(bodyFont());
    painter->drawText(QRect(rect.left() + scaled(10), rect.top(), scaled(20), rect.height()),
        Qt::AlignRight | Qt::AlignVCenter, QString::number(row.section + 1));
    const Mark mark = markOf(row, tokens);
    const int right = rect.right() - scaled(4 + 32);
    paintSymbol(
        *painter, QRect(right, rect.top(), scaled(18), rect.height()), mark.symbol, mark.colour, scaled(18));
    painter->setFont(fontOf(10, QFont::Bold));
    painter->setPen(mark.colour);
    if (mark.count > 0) {
        painter->drawText(QRect(right + scaled(20), rect.top(), scaled(14), rect.height()), Qt::AlignVCenter,
            QString::number(mark.count));
    }
    painter->setFont(smallFont());
    painter->setPen(tokens.secondText);
    const QString count = QStringLiteral("%1/%2").arg(row.done).arg(row.whole);
    const int countWidth = painter->fontMetrics().horizontalAdvance(count);
    painter->drawText(QRect(right - scaled(8) - countWidth, rect.top(), countWidth, rect.height()),
        Qt::AlignVCenter, count);
    painter->setFont(selected ? boldFont() : bodyFont());
    painter->setPen(tokens.text);
    const QRect name(
        rect.left() + scaled(38), rect.top(), right - scaled(54) - countWidth - rect.left(), rect.height());
    painter->drawText(
        name, Qt::AlignVCenter, painter->fontMetrics().elidedText(row.title, Qt::ElideRight, name.width()));
    painter->restore();
}

Outline::Outline(const DeskContext &context, CaseSession &session, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_session(session)
    , m_head(new PaneHead(tr("Form"), this))
    , m_strip(new ProgressStrip(this))
    , m_model(new OutlineModel(this))
    , m_list(new QListView(this))
    , m_savings(secondLabel({}, this))
    , m_filled(secondLabel({}, this))
{
    setObjectName(QStringLiteral("outlinePane"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(8), 0, 0);
    layout->setSpacing(0);
    m_head->setContentsMargins(scaled(14), 0, scaled(14), 0);
    layout->addWidget(m_head);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(scaled(14), scaled(6), scaled(14), scaled(8));
    strip->addWidget(m_strip);
    layout->addLayout(strip);
    m_list->setObjectName(QStringLiteral("outlineListView"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OutlineDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    layout->addWidget(m_list, 1);
    auto *foot = new Pane(Qt::TopEdge, this);
    auto *footLayout = new QVBoxLayout(foot);
    footLayout->setContentsMargins(scaled(14), scaled(8), scaled(8), scaled(10));
    footLayout->setSpacing(scaled(2));
    footLayout->addWidget(m_savings);
    footLayout->addWidget(m_filled);
    auto *kinds = new QGridLayout;
    kinds->setVerticalSpacing(scaled(2));
    for (std::size_t index = 0; index < m_kinds.size(); ++index) {
        m_kinds[index] = secondLabel({}, foot);
        kinds->addWidget(m_kinds[index], int(index) / 2, int(index) % 2);
    }
    footLayout->addLayout(kinds);
    layout->addWidget(foot);
    connect(m_list, &QListView::clicked, this,
        [this](const QModelIndex &index) { Q_EMIT chosen(m_model->row(index.row()).section); });
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT chosen(m_model->row(index.row()).section); });
    for (const auto signal : {&CaseSession::opened, &CaseSession::recomposed})
        connect(&session, signal, this, &Outline::showSavings);
    for (const auto signal : {&CaseSession::opened, &CaseSession::recomposed})
        connect(&session, signal, this, &Outline::refresh);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Outline::refresh);
    for (const auto signal : {&CaseSession::progressChanged, &CaseSession::problemsChanged})
        connect(&session, signal, this, [this] { m_soon.start(0); });
}

void Outline::refresh()
{
    if (!m_session.isOpen())
        return;
    std::vector<OutlineRow> rows;
    std::map<std::size_t, std::pair<int, int>> wrong; // errors and warnings by section
    for (const form::Problem &problem : m_session.shownProblems()) {
        if (const auto section = m_sectionOf.find(problem.field); section != m_sectionOf.end()) {
            auto &[errors, warnings] = wrong[section->second];
            ++(problem.severity == form::Severity::Error ? errors : warnings);
        }
    }
    int done = 0;
    int whole = 0;
    for (std::size_t section = 0; section < m_session.composition().sections.size(); ++section) {
        const form::ComposedSection &composed = m_session.composition().sections[section];
        const Progress progress = m_session.progressOf(section);
        if (progress.whole == 0 && m_session.visibleKeys(section).empty())
            continue;
        const auto &[errors, warnings] = wrong[section];
        OutlineRow row{section, textOf(composed.title, m_context.language), progress.done, progress.whole,
            errors, warnings};
        done += progress.done;
        whole += progress.whole;
        rows.push_back(std::move(row));
    }
    m_model->show(rows);
    m_head->setSecondText(tr("%1/%2 filled in").arg(done).arg(whole));
    m_strip->setProgress(done, whole);
    showFilled();
}

void Outline::showSavings()
{
    if (!m_session.isOpen())
        return;
    const form::Composition &composition = m_session.composition();
    m_sectionOf.clear();
    for (std::size_t section = 0; section < composition.sections.size(); ++section) {
        for (const std::string &key : composition.sections[section].keys)
            m_sectionOf[key] = section;
    }
    m_savings->setText(
        tr("%1 forms, %2 fields\n→ one form, %3 fields", "in a pane of 200 px")
            .arg(composition.ticked.size())
            .arg(grouped(composition.savings.fieldsSeparately), grouped(composition.savings.fieldsMerged)));
}

void Outline::showFilled()
{
    int answers = 0;
    int results = 0;
    int workedOut = 0;
    int usual = 0;
    for (const form::ComposedField &field : m_session.composition().fields) {
        const std::string kind = m_session.sourceOf(field.key).kind;
        if (!field.situation.empty())
            ++answers;
        else if (!field.providedBy.empty())
            ++results; // come later, from the departments
        else if (kind == "derived" || m_session.form().isReadOnly(field.key))
            ++workedOut;
        else if (kind == "preset")
            ++usual;
    }
    m_filled->setText(tr("%n need no typing:", nullptr, answers + results + workedOut + usual));
    m_kinds[0]->setText(tr("answers %1").arg(answers));
    m_kinds[1]->setText(tr("results %1").arg(results));
    m_kinds[2]->setText(tr("worked out %1").arg(workedOut));
    m_kinds[3]->setText(tr("usual value %1").arg(usual));
}

void Outline::setCurrent(std::size_t section)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->row(row).section == section && m_list->currentIndex().row() != row)
            m_list->setCurrentIndex(m_model->index(row));
    }
}

} // namespace quanke::desk
