#include "desk/counter/find/findpage.h"

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/form/composition.h"
#include "desk/common/actionbutton.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/desksettings.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/counter/find/draftrow.h"
#include "desk/counter/find/finddelegate.h"
#include "desk/counter/find/matterfinder.h"
#include "desk/counter/handover/bringindialog.h"
#include "desk/counter/handover/gonedialog.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "handover/file.h"
#include "vault/whenready.h"

#include <QAction>
#include <QButtonGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>

#include <algorithm>

namespace quanke::desk {

FindPage::FindPage(const DeskContext &context, CaseSession &session, QWidget *parent)
    : CounterPage(parent)
    , m_context(context)
    , m_session(session)
    , m_finder(new MatterFinder(context.catalogue, this))
    , m_model(new FindModel(context.catalogue, context.language, this))
    , m_search(new QLineEdit(this))
    , m_count(secondLabel({}, this))
    , m_audience(new QButtonGroup(this))
    , m_lifeCycles(new QButtonGroup(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_foot(new BottomBar(this))
    , m_chosenTitle(new ElidedLabel(this))
    , m_chosenDetail(new ElidedLabel(this))
    , m_start(new ActionButton(tr("Start"), ButtonKind::Primary, this))
{
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(makeResults(), 1);
    middle->addWidget(makeSide());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_foot);
    auto *chosen = new QWidget(this);
    auto *chosenLayout = new QVBoxLayout(chosen);
    chosenLayout->setContentsMargins(0, 0, 0, 0);
    chosenLayout->setSpacing(0);
    m_chosenDetail->setFont(smallFont());
    useSecondText(m_chosenDetail);
    chosenLayout->addWidget(m_chosenTitle);
    chosenLayout->addWidget(m_chosenDetail);
    m_foot->addLeft(chosen);
    m_foot->addRight(m_start);
    m_start->setObjectName(QStringLiteral("startButton"));
    m_start->setKeysShown(Qt::Key_Return);
    connect(m_start, &QPushButton::clicked, this, &FindPage::openChosen);
    connect(m_search, &QLineEdit::textChanged, this, &FindPage::search);
    connect(m_finder, &MatterFinder::pinyinReady, this, &FindPage::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindPage::showChosen);
    connect(m_list, &QListView::doubleClicked, this, &FindPage::openChosen);
    connect(&context.vault, &vault::Vault::draftsChanged, this, &FindPage::refreshDrafts);
    search();
}

QWidget *FindPage::makeResults()
{
    auto *pane = new Pane(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, scaled(12), 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(scaled(14), 0, scaled(14), scaled(10));
    head->setSpacing(scaled(12));
    m_search->setObjectName(QStringLiteral("searchLineEdit"));
    m_search->setAccessibleName(tr("What do you need?"));
    m_search->setPlaceholderText(tr("What do you need? Name, pinyin, code, department"));
    m_search->setFont(fontOf(13));
    m_search->setFixedHeight(scaled(40));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Symbol::Search, Tone::Second), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    head->addWidget(m_search, 1);
    head->addWidget(m_count);
    addAudienceButtons(head);
    layout->addLayout(head);
    layout->addWidget(new FindHeader(pane));
    m_list->setObjectName(QStringLiteral("resultListView"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindDelegate(m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(false);
    // Always there, so that the columns stand still whatever is found.
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    layout->addWidget(m_list, 1);
    m_nothing->setObjectName(QStringLiteral("nothingFoundLabel"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    useSecondText(m_nothing);
    m_nothing->setText(
        tr("Nothing is called that here. Try fewer letters, another word, or the department."));
    m_nothing->setMinimumHeight(scaled(80));
    layout->addWidget(m_nothing);
    return pane;
}

void FindPage::addAudienceButtons(QHBoxLayout *layout)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(4));
    const auto add = [&](const QString &text, Audience audience, const QString &name) {
        auto *button = new ActionButton(text, ButtonKind::Normal, this);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setChecked(audience == Audience::All);
        m_audience->addButton(button, int(audience));
        buttons->addWidget(button);
    };
    add(tr("All"), Audience::All, QStringLiteral("allAudienceButton"));
    add(tr("Business"), Audience::Business, QStringLiteral("businessAudienceButton"));
    add(tr("Personal"), Audience::Personal, QStringLiteral("personalAudienceButton"));
    connect(m_audience, &QButtonGroup::idClicked, this, &FindPage::search);
    layout->addLayout(buttons);
}

QWidget *FindPage::makeSide()
{
    auto *pane = new QWidget(this);
    auto *border = new QHBoxLayout(pane);
    border->setContentsMargins(0, 0, 0, 0);
    border->setSpacing(0);
    border->addWidget(new Line(Qt::Vertical, pane));
    auto *area = new QScrollArea(pane);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    border->addWidget(area);
    auto *content = new QWidget(area);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(12));
    layout->setSpacing(scaled(12));
    m_draftsBlock = new QWidget(content);
    m_drafts = new QVBoxLayout(m_draftsBlock);
    m_drafts->setContentsMargins(0, 0, 0, 0);
    m_drafts->setSpacing(scaled(4));
    layout->addWidget(m_draftsBlock);
    auto *bringIn = new ActionButton(tr("Bring in a case file …"), ButtonKind::Quiet, content);
    bringIn->setObjectName(QStringLiteral("bringInCaseButton"));
    bringIn->setSymbol(Symbol::Folder);
    bringIn->setToolTip(tr("A case that another desk has handed over by a file"));
    connect(bringIn, &QPushButton::clicked, this, &FindPage::chooseFile);
    layout->addWidget(bringIn, 0, Qt::AlignLeft);
    addLifeCycles(layout, Audience::Personal, tr("Personal"));
    addLifeCycles(layout, Audience::Business, tr("Business"));
    auto *note = secondLabel(
        tr("Stages are listed once this hall has bundles for them. The number says how many."), content);
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addStretch(1);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_lifeCycles->setExclusive(false);
    pane->setFixedWidth(scaled(300));
    m_side = pane;
    return pane;
}

void FindPage::addLifeCycles(QVBoxLayout *layout, Audience audience, const QString &title)
{
    std::map<QString, int> stages;
    for (const auto &[id, bundle] : m_context.catalogue->bundles()) {
        if ((bundle.audience == "personal") == (audience == Audience::Personal))
            ++stages[textOf(bundle.lifeCycle, m_context.language)];
    }
    if (stages.empty())
        return;
    auto *head = new PaneHead(title, this);
    head->setSymbol(audience == Audience::Personal ? Symbol::Person : Symbol::Department);
    head->setSecondText(tr("%n stage(s)", nullptr, int(stages.size())));
    layout->addWidget(head);
    auto *grid = new QGridLayout;
    grid->setSpacing(scaled(6));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int place = 0;
    for (const auto &[stage, bundles] : stages) {
        auto *button = new ActionButton(tr("%1   %2").arg(stage).arg(bundles), ButtonKind::Normal, this);
        button->setObjectName(QStringLiteral("lifeCycleButton"));
        button->setProperty("lifeCycle", stage);
        button->setCheckable(true);
        button->setToolTip(tr("Only what belongs to this stage"));
        m_lifeCycles->addButton(button);
        grid->addWidget(button, place / 2, place % 2);
        ++place;
        connect(button, &QPushButton::clicked, this, [this, button] {
            for (QAbstractButton *other : m_lifeCycles->buttons())
                other->setChecked(other == button && button->isChecked());
            search();
        });
    }
    layout->addLayout(grid);
}

QString FindPage::title() const
{
    return tr("Find");
}

StepState FindPage::state() const
{
    return {{}, m_session.isOpen(), true};
}

void FindPage::enter()
{
    refreshDrafts();
    m_search->setFocus();
    m_search->selectAll();
}

QList<QWidget *> FindPage::panes() const
{
    return {m_search, m_list, m_side};
}

bool FindPage::stepBack()
{
    if (!m_search->text().isEmpty())
        m_search->clear();
    m_search->setFocus();
    return true;
}

bool FindPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            moveSelection(1);
            return true;
        case Qt::Key_Up:
            moveSelection(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            openChosen();
            return true;
        default:
            break;
        }
    }
    return CounterPage::eventFilter(watched, event);
}

void FindPage::search()
{
    QString lifeCycle;
    if (const QAbstractButton *stage = m_lifeCycles->checkedButton())
        lifeCycle = stage->property("lifeCycle").toString();
    m_model->show(
        m_finder->find(m_search->text()), static_cast<Audience>(m_audience->checkedId()), lifeCycle);
    const int found = m_model->found();
    m_count->setText(m_search->text().isEmpty() ? QString() : tr("%n found", nullptr, found));
    m_list->setVisible(found > 0);
    m_nothing->setVisible(found == 0);
    select(0);
    showChosen();
}

void FindPage::select(int row)
{
    while (row < m_model->rowCount() && m_model->row(row).kind == FindRow::Kind::Group)
        ++row;
    if (row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

void FindPage::moveSelection(int by)
{
    int row = m_list->currentIndex().row() + by;
    while (row >= 0 && row < m_model->rowCount() && m_model->row(row).kind == FindRow::Kind::Group)
        row += by;
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

void FindPage::showChosen()
{
    const QModelIndex index = m_list->currentIndex();
    const bool chosen = index.isValid() && m_model->row(index.row()).kind != FindRow::Kind::Group;
    m_start->setEnabled(chosen);
    m_chosenTitle->setText(chosen ? m_model->row(index.row()).title : QString());
    m_chosenTitle->setFont(boldFont());
    m_chosenDetail->clear();
    if (!chosen)
        return;
    const FindRow &row = m_model->row(index.row());
    const bool bundle = row.kind == FindRow::Kind::Bundle;
    const catalogue::Bundle *whole = bundle ? m_context.catalogue->bundle(row.id) : m_model->bundleOf(row.id);
    const auto composed = form::compose(*m_context.catalogue, whole->id,
        bundle ? std::vector<std::string>() : std::vector<std::string>{row.id}, {});
    if (!composed)
        return;
    const form::Savings &savings = composed->savings;
    if (bundle) {
        m_chosenDetail->setText(
            tr("%1 forms with %2 fields → one form with %3; %4 documents → %5")
                .arg(composed->ticked.size())
                .arg(grouped(savings.fieldsSeparately), grouped(savings.fieldsMerged),
                    grouped(savings.materialsSeparately), grouped(savings.materialsMerged)));
    } else {
        m_chosenDetail->setText(
            tr("%1 fields, %2 documents").arg(savings.fieldsMerged).arg(savings.materialsMerged));
    }
}

void FindPage::openChosen()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || m_model->row(index.row()).kind == FindRow::Kind::Group)
        return;
    const FindRow row = m_model->row(index.row());
    const catalogue::Bundle *bundle =
        row.kind == FindRow::Kind::Bundle ? m_context.catalogue->bundle(row.id) : m_model->bundleOf(row.id);
    std::vector<std::string> ticked;
    if (row.kind == FindRow::Kind::Matter)
        ticked.push_back(row.id);
    m_session.close();
    if (const auto begun = m_session.begin(bundle->id, ticked); !begun)
        m_chosenDetail->setText(wordsOf(begun.failure()));
}

void FindPage::openDraft(const std::string &caseId)
{
    if (m_session.isOpen() && m_session.caseId() == caseId) {
        Q_EMIT stepWanted(m_session.step() == Step::Find ? Step::Tailor : m_session.step());
        return;
    }
    // What the list shows may be older than what was just handed over.
    whenReady(m_context.vault.handedOver(caseId), this,
        [this, caseId](const Result<std::optional<vault::HandedOver>> &gone) {
            if (gone && *gone)
                openGone(caseId);
            else
                restore(caseId);
        });
}

void FindPage::restore(const std::string &caseId)
{
    whenReady(m_context.vault.draft(caseId), this, [this](const Result<vault::Draft> &draft) {
        const Result<Done> restored = draft ? m_session.restore(*draft) : Result<Done>(draft.failure());
        if (!restored)
            m_chosenDetail->setText(wordsOf(restored.failure()));
    });
}

void FindPage::openGone(const std::string &caseId)
{
    auto *dialog = new GoneDialog(m_context, caseId, this);
    connect(dialog, &GoneDialog::takenBack, this, [this](const QString &id) { openDraft(id.toStdString()); });
    dialog->open();
}

void FindPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Bring in a case file"), {},
        tr("Case files (*%1)")
            .arg(QString::fromLatin1(handover::ending.data(), qsizetype(handover::ending.size()))));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FindPage::bringIn);
    dialog->open();
}

void FindPage::bringIn(const QString &file)
{
    auto *dialog = new BringInDialog(m_context, file, this);
    connect(dialog, &BringInDialog::broughtIn, this,
        [this](const QString &caseId) { openDraft(caseId.toStdString()); });
    dialog->open();
}

void FindPage::refreshDrafts()
{
    if (!m_context.session.isSignedIn())
        return;
    whenReady(m_context.vault.drafts(), this, [this](const Result<std::vector<vault::DraftSummary>> &drafts) {
        if (!drafts)
            return;
        const auto open = std::ranges::count(*drafts, false, &vault::DraftSummary::handedOver);
        m_context.settings.setKeptDrafts(fromText(m_context.session.person().name), int(open));
        showDrafts(*drafts);
    });
}

void FindPage::showDrafts(std::vector<vault::DraftSummary> drafts)
{
    constexpr auto most = 8;
    const auto gone = std::stable_partition(
        drafts.begin(), drafts.end(), [](const vault::DraftSummary &draft) { return !draft.handedOver; });
    emptyOut(*m_drafts);
    m_draftsBlock->setVisible(!drafts.empty());
    if (drafts.begin() != gone) {
        addDraftsHead(tr("Go on with"), int(gone - drafts.begin()));
        std::for_each(drafts.begin(), std::min(gone, drafts.begin() + most),
            [this](const auto &draft) { addDraft(draft); });
    }
    if (gone != drafts.end()) {
        addDraftsHead(tr("Handed over by a file"), int(drafts.end() - gone));
        std::for_each(gone, drafts.end(), [this](const auto &draft) { addDraft(draft); });
    }
}

void FindPage::addDraftsHead(const QString &title, int count)
{
    auto *head = new PaneHead(title, m_draftsBlock);
    head->setSymbol(Symbol::Save);
    head->setSecondText(tr("%n draft(s)", nullptr, count));
    m_drafts->addWidget(head);
}

void FindPage::addDraft(const vault::DraftSummary &draft)
{
    auto *row = new DraftRow(draft, dayInChina(m_context.clock.now()), m_draftsBlock);
    connect(row, &QAbstractButton::clicked, this, [this, id = draft.caseId] { openDraft(id); });
    m_drafts->addWidget(row);
}

} // namespace quanke::desk
