#include "desk/approve/workpane.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/panehead.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "link/gatewayclient.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace quanke::desk {

namespace {

using casework::SubCaseState;

SubCaseState stateOf(const wire::WorkItem &item)
{
    SubCaseState state = SubCaseState::Received;
    (void)casework::stateFromName(item.state, state);
    return state;
}

} // namespace

WorkPane::WorkPane(const DeskContext &context, const CaseActs &acts, QWidget *parent)
    : Pane(Qt::RightEdge, parent)
    , m_context(context)
    , m_acts(acts)
    , m_standings(context)
    , m_head(new PaneHead(this))
    , m_banner(new Banner(this))
    , m_search(new QLineEdit(this))
    , m_filters(new QButtonGroup(this))
    , m_list(new CaseList(this))
{
    setObjectName(QStringLiteral("workPane"));
    setFixedWidth(scaled(252));
    const auto *department = context.catalogue->department(context.session.person().department);
    m_head->setTitle(department ? textOf(department->name, context.language) : tr("Work list"));
    m_search->setObjectName(QStringLiteral("workSearchLineEdit"));
    m_search->setPlaceholderText(tr("Number, name, matter"));
    m_search->setAccessibleName(tr("Search the work list"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("workListView"));
    m_list->setAccessibleName(tr("Work list"));
    m_banner->hide();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8));
    top->setSpacing(scaled(6));
    top->addWidget(m_head);
    top->addWidget(m_search);
    makeFilters(top);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_banner);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &WorkPane::show);
    connect(&acts, &CaseActs::waitingChanged, this, &WorkPane::show);
}

void WorkPane::makeFilters(QVBoxLayout *layout)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(scaled(6));
    for (int index = 0; index < 4; ++index) {
        auto *button = new ActionButton({}, ButtonKind::Small, this);
        button->setCheckable(true);
        m_filters->addButton(button, index);
        m_filterButtons[std::size_t(index)] = button;
        grid->addWidget(button, index / 2, index % 2);
    }
    const std::array names{
        "allFilterButton", "reviewFilterButton", "correctionFilterButton", "waitingFilterButton"};
    for (std::size_t index = 0; index < names.size(); ++index)
        m_filterButtons[index]->setObjectName(QLatin1String(names[index]));
    m_filterButtons[0]->setChecked(true);
    layout->addLayout(grid);
    connect(m_filters, &QButtonGroup::idClicked, this, &WorkPane::show);
}

void WorkPane::refresh()
{
    whenReady(m_context.gateway.work(), this, [this](const Result<std::vector<wire::WorkItem>> &items) {
        m_banner->setVisible(!items);
        if (items) {
            take(*items);
            return;
        }
        m_banner->show(Light::Offline, tr("As last known here"));
        whenReady(
            m_context.vault.caseViews(), this, [this](const Result<std::vector<casework::CaseFile>> &views) {
                if (views)
                    takeViews(*views);
            });
    });
}

void WorkPane::takeViews(const std::vector<casework::CaseFile> &views)
{
    std::vector<wire::WorkItem> items;
    for (const casework::CaseFile &file : views) {
        for (const auto &[matter, subCase] : file.subCases) {
            const auto *definition = m_context.catalogue->matter(matter);
            if (!definition || definition->department != m_context.session.person().department
                || isDecided(subCase.state))
                continue;
            const auto due = m_standings.of(file, subCase).due;
            items.push_back({file.id, file.number, matter, file.bundle,
                std::string(casework::nameOf(subCase.state)), file.applicant.value("name", std::string()),
                subCase.receivedAt, due ? toText(*due) : std::string()});
        }
    }
    std::stable_sort(items.begin(), items.end(), [](const wire::WorkItem &left, const wire::WorkItem &right) {
        return std::pair(left.due.empty(), left.due) < std::pair(right.due.empty(), right.due);
    });
    take(std::move(items));
}

void WorkPane::take(std::vector<wire::WorkItem> items)
{
    m_items = std::move(items);
    show();
    Q_EMIT refreshed();
}

bool WorkPane::fits(const wire::WorkItem &item, Filter filter)
{
    const SubCaseState state = stateOf(item);
    switch (filter) {
    case Filter::All:
        return true;
    case Filter::ToReview:
        return state == SubCaseState::Received || state == SubCaseState::Supplemented
            || state == SubCaseState::Accepted;
    case Filter::Correction:
        return state == SubCaseState::Correction;
    case Filter::Waiting:
        return state == SubCaseState::Waiting;
    }
    return false;
}

bool WorkPane::holds(const std::string &caseId, const std::string &matter) const
{
    return std::any_of(m_items.begin(), m_items.end(),
        [&](const wire::WorkItem &item) { return item.caseId == caseId && item.matter == matter; });
}

int WorkPane::toReview() const
{
    return int(std::count_if(m_items.begin(), m_items.end(),
        [](const wire::WorkItem &item) { return fits(item, Filter::ToReview); }));
}

CaseRow WorkPane::rowOf(const wire::WorkItem &item) const
{
    const auto *matter = m_context.catalogue->matter(item.matter);
    const QString name = matter ? textOf(matter->shortName, m_context.language) : fromText(item.matter);
    const Standing standing = m_standings.of(item);
    CaseRow row{item.caseId, item.matter, maskedName(fromText(item.applicant)),
        QStringLiteral("%1 %2").arg(fromText(item.number).right(4), name), standing.light, standing.words};
    if (!m_acts.waiting(item.caseId).empty()) {
        row.light = Light::Offline;
        row.words = tr("Waits to be sent");
    }
    return row;
}

void WorkPane::show()
{
    const QStringList sought = m_search->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::array<int, 4> counts{};
    std::vector<CaseRow> rows;
    for (const wire::WorkItem &item : m_items) {
        for (int filter = 0; filter < 4; ++filter)
            counts[std::size_t(filter)] += fits(item, Filter(filter)) ? 1 : 0;
        const CaseRow row = rowOf(item);
        const QString text =
            fromText(item.number) + fromText(item.applicant) + row.detail + fromText(item.matter);
        const bool found = std::all_of(sought.begin(), sought.end(),
            [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
        if (found && fits(item, Filter(m_filters->checkedId())))
            rows.push_back(row);
    }
    const std::array names{tr("All %1"), tr("To review %1"), tr("Correction %1"), tr("Waiting %1")};
    for (std::size_t index = 0; index < names.size(); ++index)
        m_filterButtons[index]->setText(names[index].arg(counts[index]));
    m_head->setSecondText(tr("%n open", nullptr, int(m_items.size())));
    m_list->setEmptyText(m_items.empty()
            ? tr("Nothing waits for this department. What the windows push comes in by itself.")
            : tr("Nothing here fits. Change the filter or the search."));
    m_list->show(std::move(rows));
}

} // namespace quanke::desk
