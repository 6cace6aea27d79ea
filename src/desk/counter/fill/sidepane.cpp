#include "desk/counter/fill/sidepane.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/panehead.h"
#include "desk/common/progressstrip.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/counter/fill/problemlist.h"
#include "desk/counter/fill/whyview.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/look/keyhint.h"

#include <QGridLayout>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr int whyHeight = 250;

Pane *block(Qt::Edges lines, QWidget *parent)
{
    auto *pane = new Pane(lines, parent);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(12));
    layout->setSpacing(scaled(6));
    return pane;
}

} // namespace

SidePane::SidePane(const DeskContext &context, CaseSession &session, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_session(session)
    , m_why(new WhyView(this))
    , m_model(new ProblemModel(this))
{
    setObjectName(QStringLiteral("sidePane"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *why = block({}, this);
    // Always of one height: what stands below it keeps its place from field to field.
    auto *room = new QScrollArea(why);
    room->setObjectName(QStringLiteral("whyScrollArea"));
    room->setFrameShape(QFrame::NoFrame);
    room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    room->setFocusPolicy(Qt::NoFocus);
    room->setWidgetResizable(true);
    room->setWidget(m_why);
    why->layout()->addWidget(room);
    why->setFixedHeight(scaled(whyHeight));
    layout->addWidget(why);
    layout->addWidget(makeMaterials());
    layout->addWidget(makeProblems(), 1);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &SidePane::refreshProblems);
    // The list may wait for the next turn of the loop; the field in hand may not.
    connect(&session, &CaseSession::problemsChanged, this, [this] { m_soon.start(0); });
    for (const auto signal : {&CaseSession::opened, &CaseSession::recomposed}) {
        connect(&session, signal, this, &SidePane::refreshMaterials);
        connect(&session, signal, this, &SidePane::refreshProblems);
    }
    connect(&session, &CaseSession::materialsChanged, this, &SidePane::refreshMaterials);
}

QWidget *SidePane::makeMaterials()
{
    auto *pane = block(Qt::TopEdge, this);
    auto *layout = static_cast<QVBoxLayout *>(pane->layout());
    m_materialHead = new PaneHead(tr("Documents"), pane);
    m_materialHead->setSymbol(Symbol::Folder);
    layout->addWidget(m_materialHead);
    m_materialStrip = new ProgressStrip(pane);
    layout->addWidget(m_materialStrip);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(8));
    grid->setVerticalSpacing(0);
    StatusLight **lights[] = {&m_ready, &m_later, &m_missing, &m_inside};
    for (int index = 0; index < 4; ++index) {
        *lights[index] = new StatusLight(pane);
        (*lights[index])->setFont(smallFont());
        grid->addWidget(*lights[index], index / 2, index % 2, Qt::AlignLeft);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    return pane;
}

QWidget *SidePane::makeProblems()
{
    auto *pane = new Pane(Qt::TopEdge, this);
    pane->setObjectName(QStringLiteral("problemPane"));
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, scaled(10), 0, 0);
    layout->setSpacing(scaled(4));
    m_problemHead = new PaneHead(tr("Problems"), pane);
    m_problemHead->setSymbol(Symbol::List);
    m_problemHead->addRight(new KeyHint(QKeySequence(Qt::Key_F8), tr("one by one"), m_problemHead));
    m_problemHead->setContentsMargins(scaled(14), 0, scaled(14), 0);
    layout->addWidget(m_problemHead);
    m_problemPlace = new QStackedWidget(pane);
    auto *nothing = secondLabel(tr("Nothing is wrong so far. A field is checked when you leave it."), pane);
    nothing->setWordWrap(true);
    nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    nothing->setContentsMargins(scaled(14), 0, scaled(14), 0);
    m_problemPlace->addWidget(nothing);
    m_problems = new QListView(pane);
    m_problems->setObjectName(QStringLiteral("problemListView"));
    m_problems->setAccessibleName(tr("Problems"));
    m_problems->setFrameShape(QFrame::NoFrame);
    m_problems->setModel(m_model);
    m_problems->setItemDelegate(new ProblemDelegate(m_problems));
    m_problems->setUniformItemSizes(true);
    m_problems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problems->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_problemPlace->addWidget(m_problems);
    layout->addWidget(m_problemPlace, 1);
    const auto go = [this](const QModelIndex &index) {
        Q_EMIT fieldWanted(fromText(m_model->row(index.row()).key));
    };
    connect(m_problems, &QListView::clicked, this, go);
    connect(m_problems, &QListView::activated, this, go);
    return pane;
}

void SidePane::explain(const std::string &key)
{
    const catalogue::Element *element = m_context.catalogue->element(catalogue::splitKey(key).element);
    m_why->show(textOf(m_context.catalogue->labelOfKey(key), m_context.language),
        reasonsFor(*m_context.catalogue, m_session.composition(), key, m_context.language),
        element ? textOf(element->hint, m_context.language) : QString());
}

void SidePane::refreshMaterials()
{
    if (!m_session.isOpen())
        return;
    const MaterialCounts counts = m_session.materialCounts();
    const int whole = int(m_session.composition().materials.size());
    m_materialHead->setSecondText(tr("%1/%2 ready").arg(counts.ready + counts.inside).arg(whole));
    m_materialStrip->setPieces(
        {{ProgressStrip::Piece::Ok, counts.ready}, {ProgressStrip::Piece::Done, counts.inside},
            {ProgressStrip::Piece::Waiting, counts.later}},
        whole);
    m_ready->show(Light::Ready, tr("handed in %1").arg(counts.ready));
    m_inside->show(Light::Done, tr("automatic %1").arg(counts.inside));
    m_later->show(Light::Promised, tr("may come later %1").arg(counts.later));
    m_missing->show(Light::Missing, tr("missing %1").arg(counts.missing));
}

void SidePane::refreshProblems()
{
    if (!m_session.isOpen())
        return;
    std::vector<ProblemRow> rows;
    for (const form::Problem &problem : m_session.shownProblems()) {
        if (m_context.catalogue->material(problem.field))
            continue;
        rows.push_back(
            {problem.field, textOf(m_context.catalogue->labelOfKey(problem.field), m_context.language),
                m_session.wordsOf(problem), problem.severity == form::Severity::Warning});
    }
    m_problemHead->setSecondText(rows.empty() ? QString() : QString::number(rows.size()));
    m_problemPlace->setCurrentIndex(rows.empty() ? 0 : 1);
    m_model->show(std::move(rows));
}

} // namespace quanke::desk
