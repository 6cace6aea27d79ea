#include "desk/issue/issueworkspace.h"

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "desk/casepart/casetitle.h"
#include "desk/casepart/personsearch.h"
#include "desk/casepart/purposeform.h"
#include "desk/casepart/standing.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/issue/collectorform.h"
#include "desk/issue/slipdata.h"
#include "desk/issue/slippreview.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace quanke::desk {

namespace {

using casework::SubCaseState;

enum Page { Message, HandOver, Asking };

/// So that the slip is not laid out anew for every key.
constexpr std::chrono::milliseconds settling{150};

int readyIn(const casework::CaseFile &file)
{
    return int(std::count_if(file.subCases.begin(), file.subCases.end(),
        [](const auto &entry) { return entry.second.state == SubCaseState::Approved; }));
}

} // namespace

IssueWorkspace::IssueWorkspace(const DeskContext &context, QWidget *parent)
    : Workspace(parent)
    , m_context(context)
    , m_acts(context)
    , m_search(new QLineEdit(this))
    , m_persons(new PersonSearch(context.vault, m_search))
    , m_list(new CaseList(this))
    , m_stack(new QStackedWidget(this))
    , m_message(new QLabel(tr("Choose a case on the left."), this))
    , m_purpose(new PurposeForm(context, this))
    , m_title(new ElidedLabel(this))
    , m_number(new ElidedLabel(this))
    , m_banner(new Banner(this))
    , m_results(new QWidget(this))
    , m_open(secondLabel({}, this))
    , m_collector(new CollectorForm(context.catalogue, context.language, this))
    , m_slip(new SlipPreview(
          [this](const char *act) { return m_context.vault.note(act, m_file ? m_file->id : std::string()); },
          this))
    , m_foot(new BottomBar(this))
    , m_print(new ActionButton(tr("Print the slip"), ButtonKind::Normal, this))
    , m_save(new ActionButton(tr("Save as PDF"), ButtonKind::Normal, this))
    , m_handOver(new ActionButton(tr("Handed over"), ButtonKind::Primary, this))
{
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(makeList());
    across->addWidget(makeCentre(), 1);
    makeFoot();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(across, 1);
    layout->addWidget(m_foot);
    follow();
    showState();
}

QWidget *IssueWorkspace::makeList()
{
    auto *pane = new Pane(Qt::RightEdge, this);
    pane->setFixedWidth(scaled(236));
    m_search->setObjectName(QStringLiteral("issueSearchLineEdit"));
    m_search->setPlaceholderText(tr("Number, name or ID"));
    m_search->setAccessibleName(tr("Search what is ready"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Symbol::Search, Tone::Second), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("readyListView"));
    m_list->setAccessibleName(tr("Ready to be handed over"));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(10));
    top->addWidget(m_search);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(new Line(Qt::Horizontal, pane));
    layout->addWidget(m_list, 1);
    return pane;
}

QWidget *IssueWorkspace::makeCentre()
{
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(scaled(28));
    useSecondText(m_message);
    auto *page = new QWidget(this);
    auto *across = new QHBoxLayout(page);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(makeHandOver(), 5);
    across->addWidget(new Line(Qt::Vertical, page));
    m_slip->setObjectName(QStringLiteral("slipPreview"));
    across->addWidget(m_slip, 6);
    m_stack->addWidget(m_message);
    m_stack->addWidget(page);
    m_stack->addWidget(m_purpose);
    return m_stack;
}

QWidget *IssueWorkspace::makeHandOver()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *content = new Pane(scroll);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(scaled(20), scaled(12), scaled(20), scaled(12));
    layout->setSpacing(scaled(6));
    m_title->setFont(fontOf(12, QFont::Bold));
    m_title->setObjectName(QStringLiteral("issueTitleLabel"));
    m_number->setFont(smallFont());
    useSecondText(m_number);
    m_banner->setObjectName(QStringLiteral("issueBanner"));
    m_banner->hide();
    m_resultRows = new QVBoxLayout(m_results);
    m_resultRows->setContentsMargins(0, 0, 0, 0);
    m_resultRows->setSpacing(0);
    m_open->setWordWrap(true);
    auto *resultsHead = new PaneHead(tr("Results to be handed over"), content);
    resultsHead->setSymbol(Symbol::Issue);
    auto *collectorHead = new PaneHead(tr("Collected by"), content);
    collectorHead->setSymbol(Symbol::Person);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_number, m_banner})
        layout->addWidget(part);
    layout->addSpacing(scaled(6));
    for (QWidget *part : std::initializer_list<QWidget *>{resultsHead, m_results, m_open})
        layout->addWidget(part);
    layout->addSpacing(scaled(10));
    layout->addWidget(collectorHead);
    layout->addWidget(m_collector);
    layout->addStretch();
    scroll->setWidget(content);
    return scroll;
}

void IssueWorkspace::makeFoot()
{
    m_foot->light()->setObjectName(QStringLiteral("issueLight"));
    m_print->setObjectName(QStringLiteral("printSlipButton"));
    m_print->setSymbol(Symbol::Print);
    m_print->setKeys(Qt::CTRL | Qt::Key_P);
    m_save->setObjectName(QStringLiteral("saveSlipButton"));
    m_save->setSymbol(Symbol::Save);
    m_save->setKeys(Qt::CTRL | Qt::Key_S);
    m_handOver->setObjectName(QStringLiteral("handOverButton"));
    m_handOver->setSymbol(Symbol::HandOver);
    m_handOver->setKeys(Qt::CTRL | Qt::Key_Return);
    for (ActionButton *button : {m_print, m_save, m_handOver})
        m_foot->addRight(button);
    connect(m_print, &QPushButton::clicked, m_slip, &SlipPreview::print);
    connect(m_save, &QPushButton::clicked, this,
        [this] { m_slip->askAndSave(fromText(m_file->number) + QStringLiteral(".pdf")); });
    connect(m_handOver, &QPushButton::clicked, this, &IssueWorkspace::confirm);
}

void IssueWorkspace::follow()
{
    connect(m_search, &QLineEdit::textChanged, this, &IssueWorkspace::showList);
    connect(m_persons, &PersonSearch::found, this, &IssueWorkspace::showList);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    m_slipSoon.setSingleShot(true);
    m_slipSoon.setInterval(settling);
    connect(&m_slipSoon, &QTimer::timeout, this, &IssueWorkspace::showSlip);
    connect(m_list, &CaseList::chosen, this, [this](const CaseRow &row) { open(row.caseId); });
    connect(m_list, &CaseList::entered, this, [this] {
        if (m_stack->currentIndex() == Asking)
            m_purpose->chooseFirst();
        else
            m_collector->focusFirstField();
    });
    connect(m_purpose, &PurposeForm::chosen, this, [this] { open(m_opening); });
    connect(m_collector, &CollectorForm::changed, this, &IssueWorkspace::showState);
    connect(&m_context.vault, &vault::Vault::casesChanged, this, &IssueWorkspace::refresh);
    connect(&m_acts, &CaseActs::waitingChanged, this, [this] {
        showList();
        showState();
    });
    connect(&m_acts, &CaseActs::failed, this,
        [this](const Failure &failure) { m_banner->show(Light::Wrong, wordsOf(failure)); });
    connect(m_slip, &SlipPreview::failed, this,
        [this](const Failure &failure) { m_banner->show(Light::Wrong, wordsOf(failure)); });
    connect(m_slip, &SlipPreview::saved, this,
        [this](const QString &path) { m_banner->show(Light::Ready, tr("Saved: %1").arg(path)); });
}

void IssueWorkspace::activate()
{
    refresh();
    m_search->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> IssueWorkspace::panes() const
{
    return {m_search, m_list, m_results, m_collector};
}

bool IssueWorkspace::openCase(const QString &caseId)
{
    m_wanted = caseId.toStdString();
    refresh();
    return true;
}

void IssueWorkspace::refresh()
{
    whenReady(
        m_context.vault.caseViews(), this, [this](const Result<std::vector<casework::CaseFile>> &views) {
            if (!views)
                return;
            m_files.clear();
            std::copy_if(views->begin(), views->end(), std::back_inserter(m_files),
                [](const casework::CaseFile &file) { return readyIn(file) > 0; });
            showList();
            Q_EMIT badgeChanged(int(m_files.size()));
            if (!isVisible())
                return; // whoever comes sees it, and is told of then
            if (!m_wanted.empty() && m_list->select(m_wanted))
                m_wanted.clear();
            if (m_file || m_stack->currentIndex() == Asking)
                open(m_file ? m_file->id : m_opening);
            else if (m_list->model()->rowCount() > 0)
                m_list->setCurrentIndex(m_list->model()->index(0, 0));
        });
}

void IssueWorkspace::showList()
{
    const QString sought = m_search->text().simplified();
    std::vector<CaseRow> rows;
    for (const casework::CaseFile &file : m_files) {
        const QString applicant = fromText(file.applicant.value("name", std::string()));
        const QString text = fromText(file.number) + QLatin1Char(' ') + applicant + titleOf(m_context, file);
        if (!m_persons->finds(file.id) && !text.contains(sought, Qt::CaseInsensitive))
            continue;
        const bool waits = !m_acts.waiting(file.id).empty();
        rows.push_back({file.id, {}, maskedApplicant(file),
            QStringLiteral("%1 %2").arg(fromText(file.number).right(4), titleOf(m_context, file)),
            waits ? Light::Offline : Light::Ready,
            waits ? tr("Waits to be sent") : tr("%n ready", nullptr, readyIn(file))});
    }
    m_list->setEmptyText(m_files.empty()
            ? tr("Nothing is ready. Results stand here as soon as a department has decided.")
            : tr("Nothing here fits. Change the search."));
    m_list->show(std::move(rows));
}

void IssueWorkspace::open(const std::string &caseId)
{
    const auto found = std::find_if(
        m_files.begin(), m_files.end(), [&](const casework::CaseFile &file) { return file.id == caseId; });
    if (found == m_files.end()) {
        m_opening.clear();
        m_file.reset();
        m_message->setText(tr("Everything that was ready has been handed over."));
        m_stack->setCurrentIndex(Message);
        showState();
        return;
    }
    m_opening = caseId;
    const auto purpose = m_purpose->purposeOf(*found, PurposeForm::Hands::Own);
    if (purpose.empty()) {
        askPurpose();
        return;
    }
    whenReady(
        m_context.vault.viewCase(caseId, purpose), this, [this, file = *found](const Result<Done> &told) {
            if (m_opening == file.id)
                showTold(file, told);
        });
}

/// Until it is answered nothing shows but what the list shows.
void IssueWorkspace::askPurpose()
{
    m_file.reset();
    m_stack->setCurrentIndex(Asking);
    showState();
}

/// Nobody sees what no line tells of.
void IssueWorkspace::showTold(const casework::CaseFile &file, const Result<Done> &told)
{
    if (!told) {
        m_file.reset();
        m_message->setText(wordsOf(told.failure()));
        m_stack->setCurrentIndex(Message);
        showState();
        return;
    }
    const bool another = !m_file || m_file->id != file.id;
    const bool changed = another || m_file->history.size() != file.history.size();
    m_file = file;
    if (!changed)
        return;
    m_title->setText(titleOf(m_context, *m_file));
    const QString applicant = fromText(m_file->applicant.value("name", std::string()));
    m_number->setText(QStringLiteral("%1  %2").arg(fromText(m_file->number), applicant));
    m_number->setToldWhenCut(
        QStringLiteral("%1  %2").arg(fromText(m_file->number), maskedApplicant(*m_file)));
    m_banner->hide();
    showResults();
    if (another)
        m_collector->begin(applicant, dayInChina(m_context.clock.now()));
    m_stack->setCurrentIndex(HandOver);
    showState();
}

void IssueWorkspace::showResults()
{
    emptyOut(*m_resultRows);
    m_ticks.clear();
    QStringList open;
    for (const std::string &id : m_file->ticked) {
        const casework::SubCase &subCase = m_file->subCases.at(id);
        const auto *matter = m_context.catalogue->matter(id);
        if (subCase.state == SubCaseState::Approved)
            m_resultRows->addWidget(resultRow(subCase));
        else if (!isDecided(subCase.state) && subCase.blockedBy.empty() && matter)
            open.append(textOf(matter->shortName, m_context.language));
    }
    m_open->setText(open.isEmpty() ? QString() : tr("Not ready yet: %1").arg(listed(open)));
    m_open->setVisible(!open.isEmpty());
}

QWidget *IssueWorkspace::resultRow(const casework::SubCase &subCase)
{
    const auto *matter = m_context.catalogue->matter(subCase.matter);
    const auto *department = matter ? m_context.catalogue->department(matter->department) : nullptr;
    const QString name = matter ? textOf(matter->result.name, m_context.language) : fromText(subCase.matter);
    auto *row = new Pane(Qt::BottomEdge, m_results);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, scaled(6), 0, scaled(6));
    layout->setSpacing(0);
    auto *tick = new QCheckBox(name, row);
    tick->setObjectName(QStringLiteral("result%1CheckBox").arg(fromText(subCase.matter)));
    tick->setChecked(true);
    const auto decided = parseInstant(subCase.decidedAt);
    const QString day =
        decided ? shortDate(dayInChina(*decided), dayInChina(m_context.clock.now())) : QString();
    auto *detail =
        secondLabel(QStringLiteral("%1 %2 %3")
                        .arg(fromText(subCase.matter),
                            department ? textOf(department->name, m_context.language) : QString(), day),
            row);
    detail->setContentsMargins(scaled(22), 0, 0, 0);
    layout->addWidget(tick);
    layout->addWidget(detail);
    m_ticks[subCase.matter] = tick;
    connect(tick, &QCheckBox::toggled, this, &IssueWorkspace::showState);
    return row;
}

std::vector<std::string> IssueWorkspace::ticked() const
{
    std::vector<std::string> matters;
    for (const auto &[matter, tick] : m_ticks) {
        if (tick->isChecked())
            matters.push_back(matter);
    }
    return matters;
}

bool IssueWorkspace::isWaiting() const
{
    return m_file && !m_acts.waiting(m_file->id).empty();
}

void IssueWorkspace::showState()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_print, m_save, m_handOver, m_foot->light()})
        part->setVisible(m_file.has_value());
    if (!m_file) {
        m_slip->clear();
        return;
    }
    QString missing;
    if (isWaiting())
        missing = tr("The hand-over waits to be sent; it leaves by itself.");
    else if (ticked().empty())
        missing = tr("Tick what is handed over");
    else
        missing = m_collector->missing();
    m_slipSoon.start();
    m_handOver->setEnabled(missing.isEmpty());
    m_print->setEnabled(missing.isEmpty());
    m_save->setEnabled(missing.isEmpty());
    m_foot->light()->show(missing.isEmpty() ? Light::Ready
            : isWaiting()                   ? Light::Offline
                                            : Light::Missing,
        missing.isEmpty() ? tr("Let the collector sign the slip, then hand over") : missing);
}

void IssueWorkspace::showSlip()
{
    if (!m_file)
        return;
    m_slip->show(notices::collectionSlip(slipOf(m_context, *m_file, ticked(), *m_collector),
        notices::textsOf(*m_context.catalogue, m_context.language)));
}

WantedAct IssueWorkspace::act() const
{
    WantedAct act;
    act.kind = "result.issue";
    act.title = tr("Hand over: %1").arg(maskedApplicant(*m_file));
    act.body = {{"matters", ticked()}, {"collector", m_collector->collector()}, {"signature", nullptr}};
    return act;
}

void IssueWorkspace::confirm()
{
    if (!m_file)
        return;
    if (const auto wrong = m_acts.objection(*m_file, act())) {
        m_banner->show(Light::Wrong, wordsOf(*wrong));
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Hand over"),
        tr("%n result(s) handed over to %1?", nullptr, int(ticked().size()))
            .arg(maskedName(fromText(m_collector->collector()["name"].get<std::string>()))),
        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("confirmMessageBox"));
    box->setInformativeText(tr("The slip is signed, and the papers are in the collector's hands."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *yes = box->addButton(tr("Handed over"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("confirmButton"));
    box->addButton(tr("Back"), QMessageBox::RejectRole);
    box->setDefaultButton(yes);
    connect(yes, &QPushButton::clicked, this, [this] { m_acts.perform(*m_file, act()); });
    box->open();
}

} // namespace quanke::desk
