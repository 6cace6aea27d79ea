#include "desk/counter/push/checkpage.h"

#include "core/base/clock.h"
#include "core/casework/alike.h"
#include "core/casework/casesubmission.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/counter/push/parcelmodel.h"
#include "desk/counter/push/wholeform.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QHeaderView>
#include <QMessageBox>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace quanke::desk {

namespace {

constexpr int rowHeight = 29;

} // namespace

CheckPage::CheckPage(const DeskContext &context, CaseSession &session, QWidget *parent)
    : CounterPage(parent)
    , m_context(context)
    , m_session(session)
    , m_pusher(context, session)
    , m_head(new PaneHead(tr("Everything the applicant will see"), this))
    , m_banner(new Banner(this))
    , m_alike(new Banner(this))
    , m_whole(new WholeForm(context, this))
    , m_model(new ParcelModel(this))
    , m_table(new QTableView(this))
    , m_sees(new ElidedLabel(this))
    , m_promised(new QVBoxLayout)
    , m_fee(secondLabel({}, this))
    , m_foot(new BottomBar(this))
    , m_push(new ActionButton(tr("Push"), ButtonKind::Primary, this))
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeLeft());
    splitter->addWidget(makeRight());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(600), scaled(698)});
    makeFoot();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_foot);
    connect(&m_pusher, &CasePusher::failed, this, &CheckPage::showFailure);
    connect(&m_pusher, &CasePusher::filed, this, [this] { Q_EMIT stepWanted(Step::Receipt); });
    for (const auto signal : {&CaseSession::opened, &CaseSession::closed, &CaseSession::recomposed,
             &CaseSession::problemsChanged, &CaseSession::materialsChanged})
        connect(&session, signal, this, &CounterPage::stateChanged);
    connect(&session, &CaseSession::stepChanged, this, &CounterPage::stateChanged);
    // The other window's case may come while this one is read.
    connect(&context.vault, &vault::Vault::casesChanged, this, [this] {
        if (isVisible() && m_session.isOpen())
            lookForAlike();
    });
}

QWidget *CheckPage::makeLeft()
{
    auto *pane = new Pane(Qt::RightEdge, this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    m_head->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    m_alike->setObjectName(QStringLiteral("alikeBanner"));
    layout->addWidget(m_alike);
    layout->addWidget(m_whole, 1);
    m_whole->setObjectName(QStringLiteral("wholeFormScrollArea"));
    m_whole->setAccessibleName(tr("Everything the applicant will see"));
    auto *next = new ActionButton(tr("Go there"), ButtonKind::Small, m_banner);
    next->setObjectName(QStringLiteral("nextProblemButton"));
    next->setKeys(Qt::Key_F8);
    m_banner->addAction(next);
    connect(next, &QPushButton::clicked, this, &CheckPage::goOn);
    connect(m_whole, &WholeForm::changeWanted, this, &CheckPage::fieldWanted);
    return pane;
}

QWidget *CheckPage::makeRight()
{
    auto *pane = new Pane(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new PaneHead(tr("What each department gets"), pane);
    head->setSecondText(tr("what it asks for and not one field more"));
    head->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    layout->addWidget(head);
    m_table->setObjectName(QStringLiteral("parcelTableView"));
    m_table->setAccessibleName(tr("What each department gets"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(scaled(rowHeight));
    m_table->verticalHeader()->setDefaultSectionSize(scaled(rowHeight));
    m_table->horizontalHeader()->setFixedHeight(scaled(30));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ParcelModel::Due, QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setHighlightSections(false);
    layout->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CheckPage::showParcel);
    m_sees->setContentsMargins(scaled(16), scaled(6), scaled(16), scaled(6));
    m_sees->setFont(smallFont());
    m_sees->setObjectName(QStringLiteral("parcelSummaryLabel"));
    layout->addWidget(m_sees);
    auto *later = new Pane(Qt::TopEdge, pane);
    auto *below = new QVBoxLayout(later);
    below->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(10));
    below->setSpacing(scaled(4));
    below->addLayout(m_promised);
    m_fee->setWordWrap(true);
    below->addWidget(m_fee);
    layout->addWidget(later);
    return pane;
}

void CheckPage::makeFoot()
{
    auto *back = new ActionButton(tr("Back to change"), ButtonKind::Normal, this);
    back->setObjectName(QStringLiteral("backToFormButton"));
    back->setSymbol(Symbol::Back);
    back->setKeysShown(Qt::Key_Escape);
    connect(back, &QPushButton::clicked, this, &CheckPage::stepBack);
    m_push->setObjectName(QStringLiteral("pushButton"));
    m_push->setSymbol(Symbol::Send);
    m_push->setKeys(Qt::CTRL | Qt::Key_Return);
    connect(m_push, &QPushButton::clicked, this, &CheckPage::goOn);
    m_foot->addRight(back);
    m_foot->addRight(m_push);
}

QString CheckPage::title() const
{
    return tr("Check and push");
}

StepState CheckPage::state() const
{
    const bool open = m_session.isOpen();
    return {{}, open && !m_session.number().isEmpty(), open && m_session.number().isEmpty()};
}

void CheckPage::enter()
{
    const Date today = dayInChina(m_context.clock.now());
    m_session.showAllProblems();
    const int sections = m_whole->show(m_session);
    m_head->setSecondText(tr("%1 fields, %n section(s)", nullptr, sections).arg(m_session.progress().done));
    m_model->show(parcelsOf(m_context, m_session, today), today);
    m_table->selectRow(0);
    showPromised(promisedMaterials(m_context, m_session, today));
    m_push->setText(tr("Push %n matter(s)", nullptr, int(m_session.composition().ticked.size())));
    showProblems();
    m_alike->hide(); // it may be of another case
    lookForAlike();
    m_table->setFocus();
}

/// Nothing is held up: two applications of one person may both be meant.
void CheckPage::lookForAlike()
{
    const auto *bundle = m_context.catalogue->bundle(m_session.composition().bundle);
    const auto applicant = casework::applicantOf(*bundle, m_session.form().values());
    const casework::Application application{m_session.caseId(), applicant["idNo"].get<std::string>(),
        m_session.composition().ticked, dayInChina(m_context.clock.now())};
    whenReady(m_context.vault.caseViews(), this,
        [this, application](const Result<std::vector<casework::CaseFile>> &cases) {
            if (cases && application.caseId == m_session.caseId())
                showAlike(casework::alike(*cases, application));
        });
}

void CheckPage::showAlike(const std::vector<const casework::CaseFile *> &cases)
{
    m_alike->setVisible(!cases.empty());
    if (!cases.empty())
        m_alike->show(Light::LookAtIt, tr("This may have been applied for already"),
            tr("The same person, with one of these matters: %1. Push only what is not the same.")
                .arg(listed(cases)));
}

int CheckPage::errors() const
{
    const auto problems = m_session.form().problems();
    return int(std::count_if(problems.begin(), problems.end(),
        [](const form::Problem &problem) { return problem.severity == form::Severity::Error; }));
}

void CheckPage::showProblems()
{
    const int wrong = errors();
    const auto problems = m_session.form().problems();
    const int warnings = int(problems.size()) - wrong;
    m_push->setEnabled(wrong == 0);
    m_banner->setVisible(wrong > 0);
    if (wrong > 0) {
        const auto first = std::find_if(problems.begin(), problems.end(),
            [](const form::Problem &problem) { return problem.severity == form::Severity::Error; });
        m_banner->show(Light::Wrong, tr("%n thing(s) must be put right first", nullptr, wrong),
            labelled(textOf(m_context.catalogue->labelOfKey(first->field), m_context.language),
                m_session.wordsOf(*first)));
    }
    m_foot->light()->setVisible(true);
    m_foot->light()->show(
        wrong ? Light::Wrong : Light::Ready, wrong ? tr("%n error(s)", nullptr, wrong) : tr("No errors"));
    m_foot->setSecondText(warnings ? tr("%n thing(s) to look at", nullptr, warnings) : QString());
}

void CheckPage::showPromised(const std::vector<PromisedMaterial> &promised)
{
    emptyOut(*m_promised);
    const Date today = dayInChina(m_context.clock.now());
    if (!promised.empty())
        m_promised->addWidget(
            boldLabel(tr("Promised for later: %n document(s)", nullptr, int(promised.size())), this));
    // Two beside each other, so that the table above keeps the room for its lines.
    auto *lines = new QWidget(this);
    auto *grid = new QGridLayout(lines);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(16));
    grid->setVerticalSpacing(scaled(2));
    int place = 0;
    for (const PromisedMaterial &material : promised) {
        auto *line = new ElidedLabel(lines);
        line->setFont(smallFont());
        line->setText(tr("by %1  %2").arg(shortDate(material.until, today), material.name));
        grid->addWidget(line, place / 2, place % 2);
        grid->setColumnStretch(place % 2, 1);
        ++place;
    }
    m_promised->addWidget(lines);
    QStringList charged;
    for (const std::string &id : m_session.composition().ticked) {
        const catalogue::Matter *matter = m_context.catalogue->matter(id);
        if (matter->fee.charged)
            charged.append(textOf(matter->shortName, m_context.language));
    }
    m_fee->setText(charged.isEmpty()
            ? tr("Fees: none")
            : tr("Fees: charged for %1, the rest is free").arg(charged.join(QStringLiteral(" / "))));
}

void CheckPage::showParcel()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const Parcel &parcel = m_model->parcels()[std::size_t(current.row())];
    const int hidden = m_session.progress().done - int(parcel.values.size());
    m_sees->setText(tr("%1 sees %2 fields and %3 documents; %4 fields stay unseen")
                        .arg(parcel.department)
                        .arg(parcel.values.size())
                        .arg(parcel.documents)
                        .arg(qMax(0, hidden)));
}

QList<QWidget *> CheckPage::panes() const
{
    return {m_whole, m_table};
}

bool CheckPage::stepBack()
{
    Q_EMIT stepWanted(Step::Fill);
    return true;
}

bool CheckPage::goOn()
{
    for (const form::Problem &problem : m_session.form().problems()) {
        if (problem.severity != form::Severity::Error)
            continue;
        // Materials and the rosters they are made of stand on the documents page.
        if (catalogue::splitKey(problem.field).role.empty())
            Q_EMIT stepWanted(Step::Documents);
        else
            Q_EMIT fieldWanted(fromText(problem.field));
        return true;
    }
    confirm();
    return true;
}

void CheckPage::confirm()
{
    if (m_pusher.isBusy())
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Push the case"),
        tr("Send %n matter(s) to their departments?", nullptr, int(m_session.composition().ticked.size())),
        QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("pushMessageBox"));
    question->setInformativeText(
        tr("The applicant has seen everything. From here on changes are corrections."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *push = question->addButton(tr("Push"), QMessageBox::AcceptRole);
    push->setObjectName(QStringLiteral("confirmPushButton"));
    question->addButton(tr("Not yet"), QMessageBox::RejectRole);
    question->setDefaultButton(push);
    connect(push, &QAbstractButton::clicked, &m_pusher, &CasePusher::push);
    question->open();
}

void CheckPage::showFailure(const Failure &failure)
{
    m_foot->light()->show(Light::Wrong, tr("Not pushed"));
    m_foot->setSecondText(wordsOf(failure));
}

} // namespace quanke::desk
