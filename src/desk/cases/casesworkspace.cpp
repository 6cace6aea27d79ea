#include "desk/cases/casesworkspace.h"

#include "core/casework/conflict.h"
#include "desk/casepart/casetitle.h"
#include "desk/casepart/leasekeeper.h"
#include "desk/casepart/purposeform.h"
#include "desk/cases/casedetails.h"
#include "desk/cases/casespane.h"
#include "desk/cases/conflictform.h"
#include "desk/cases/flowview.h"
#include "desk/cases/supplementform.h"
#include "desk/cases/versions.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <map>

namespace quanke::desk {

namespace {

enum Page { Message, Drawing, Supplementing, Comparing, Asking };

} // namespace

CasesWorkspace::CasesWorkspace(const DeskContext &context, QWidget *parent)
    : Workspace(parent)
    , m_context(context)
    , m_acts(context)
    , m_standings(context)
    , m_cases(new CasesPane(context, this))
    , m_title(new ElidedLabel(this))
    , m_number(new ElidedLabel(this))
    , m_lease(new StatusLight(this))
    , m_stack(new QStackedWidget(this))
    , m_message(new QLabel(this))
    , m_flow(new FlowView(this))
    , m_trouble(new Banner(this))
    , m_compare(new ActionButton(tr("Compare"), ButtonKind::Small, this))
    , m_supplement(new SupplementForm(context, m_acts, this))
    , m_conflict(new ConflictForm(context, m_acts, this))
    , m_purpose(new PurposeForm(context, this))
    , m_details(new CaseDetails(context, m_acts, this))
    , m_foot(new BottomBar(this))
{
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_cases);
    across->addWidget(makeCentre(), 1);
    across->addWidget(m_details);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(across, 1);
    makeKeys();
    follow();
    m_message->setText(tr("Choose a case on the left."));
}

QWidget *CasesWorkspace::makeHead()
{
    auto *head = new Pane(Qt::BottomEdge, this);
    head->setFixedHeight(scaled(46));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(scaled(16), 0, scaled(16), 1);
    layout->setSpacing(scaled(10));
    m_title->setFont(fontOf(12, QFont::Bold));
    m_title->setObjectName(QStringLiteral("caseTitleLabel"));
    m_number->setFont(smallFont());
    m_number->setObjectName(QStringLiteral("caseNumberLabel"));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    useSecondText(m_number);
    m_number->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    layout->addWidget(m_title);
    layout->addWidget(m_number, 1);
    m_lease->setObjectName(QStringLiteral("caseLeaseLight"));
    m_lease->setFont(smallFont());
    m_lease->setPlate(true);
    m_lease->hide();
    layout->addWidget(m_lease);
    const auto add = [&](const char *name, const QString &words, auto function) {
        auto *button = new ActionButton({}, ButtonKind::Small, head);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(words);
        button->setToolTip(words);
        connect(button, &QPushButton::clicked, m_flow, function);
        layout->addWidget(button);
        return button;
    };
    add("flowZoomOutButton", tr("Smaller (−)"), [this] { m_flow->zoomBy(0.8); })->setSymbol(Symbol::ZoomOut);
    add("flowFitButton", tr("Fit the window (0)"), [this] { m_flow->fit(); })->setText(tr("Fit"));
    add("flowZoomInButton", tr("Larger (+)"), [this] { m_flow->zoomBy(1.25); })->setSymbol(Symbol::ZoomIn);
    return head;
}

QWidget *CasesWorkspace::makeDrawing()
{
    auto *page = new QWidget(this);
    m_flow->setObjectName(QStringLiteral("caseFlowView"));
    m_trouble->setObjectName(QStringLiteral("caseTroubleBanner"));
    m_compare->setObjectName(QStringLiteral("compareVersionsButton"));
    m_trouble->addAction(m_compare);
    auto *legend = new QWidget(m_foot);
    m_legend = new QHBoxLayout(legend);
    m_legend->setContentsMargins(0, 0, 0, 0);
    m_legend->setSpacing(scaled(16));
    m_foot->addLeft(legend);
    m_foot->setFixedHeight(scaled(38));
    m_foot->addRight(secondLabel(tr("Arrows: needs the result before it"), m_foot));
    auto *troublePlace = new QHBoxLayout;
    troublePlace->setContentsMargins(scaled(20), 0, scaled(20), scaled(12));
    troublePlace->addWidget(m_trouble);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_flow, 1);
    layout->addLayout(troublePlace);
    layout->addWidget(m_foot);
    return page;
}

QWidget *CasesWorkspace::makeCentre()
{
    auto *centre = new QWidget(this);
    m_message->setObjectName(QStringLiteral("caseMessageLabel"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(scaled(28));
    useSecondText(m_message);
    m_stack->addWidget(m_message);
    m_stack->addWidget(makeDrawing());
    m_stack->addWidget(m_supplement);
    m_stack->addWidget(m_conflict);
    m_stack->addWidget(m_purpose);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    return centre;
}

void CasesWorkspace::makeKeys()
{
    auto *note = new QShortcut(Qt::Key_N, m_flow, nullptr, nullptr, Qt::WidgetShortcut);
    connect(note, &QShortcut::activated, m_details, &CaseDetails::beginNote);
    auto *noteFromList = new QShortcut(Qt::Key_N, m_cases->list(), nullptr, nullptr, Qt::WidgetShortcut);
    connect(noteFromList, &QShortcut::activated, m_details, &CaseDetails::beginNote);
    auto *search =
        new QShortcut(Qt::CTRL | Qt::Key_F, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(search, &QShortcut::activated, m_cases->search(), [this] { m_cases->search()->setFocus(); });
}

void CasesWorkspace::follow()
{
    connect(m_cases->list(), &CaseList::chosen, this, &CasesWorkspace::open);
    connect(m_cases->list(), &CaseList::entered, this, [this] {
        if (m_stack->currentIndex() == Asking)
            m_purpose->chooseFirst();
        else
            m_flow->setFocus(Qt::OtherFocusReason);
    });
    connect(m_purpose, &PurposeForm::chosen, this, [this] {
        if (const CaseRow *row = m_cases->list()->current())
            open(*row);
    });
    connect(m_cases, &CasesPane::refreshed, this, [this] {
        Q_EMIT badgeChanged(m_cases->openCount());
        if (!isVisible())
            return; // whoever comes sees it, and is told of then
        if (!m_wanted.empty() && m_cases->list()->select(m_wanted))
            m_wanted.clear();
        if (const CaseRow *row = m_cases->list()->current())
            open(*row);
        else if (m_cases->list()->model()->rowCount() > 0)
            m_cases->list()->setCurrentIndex(m_cases->list()->model()->index(0, 0));
    });
    connect(m_flow, &FlowView::selectionChanged, this, [this] {
        if (m_file)
            m_details->show(*m_file, m_flow->selected(), m_cases->files());
    });
    connect(m_flow, &FlowView::detailsWanted, this, [this] { m_details->firstField()->setFocus(); });
    connect(m_details, &CaseDetails::supplementWanted, this, &CasesWorkspace::supplement);
    const auto backToTheDrawing = [this] {
        m_stack->setCurrentIndex(Drawing);
        showCase();
    };
    connect(m_supplement, &SupplementForm::done, this, backToTheDrawing);
    connect(m_conflict, &ConflictForm::done, this, backToTheDrawing);
    connect(m_compare, &QPushButton::clicked, this, &CasesWorkspace::compare);
    connect(&m_context.vault, &vault::Vault::casesChanged, m_cases, &CasesPane::refresh);
    connect(&m_acts, &CaseActs::waitingChanged, m_cases, &CasesPane::refresh);
    connect(&m_acts, &CaseActs::failed, this,
        [this](const Failure &failure) { m_trouble->show(Light::Wrong, wordsOf(failure)); });
}

void CasesWorkspace::activate()
{
    m_cases->refresh();
    m_cases->list()->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> CasesWorkspace::panes() const
{
    if (m_stack->currentIndex() == Supplementing)
        return {m_cases->list(), m_supplement, m_details};
    if (m_stack->currentIndex() == Comparing)
        return {m_cases->list(), m_conflict, m_details};
    return {m_cases->list(), m_flow, m_details};
}

bool CasesWorkspace::stepBack()
{
    if (m_stack->currentIndex() != Supplementing && m_stack->currentIndex() != Comparing)
        return false;
    m_stack->setCurrentIndex(Drawing);
    m_flow->setFocus(Qt::OtherFocusReason);
    return true;
}

bool CasesWorkspace::openCase(const QString &caseId)
{
    m_wanted = caseId.toStdString();
    m_cases->refresh();
    return true;
}

void CasesWorkspace::open(const CaseRow &row)
{
    const casework::CaseFile *file = m_cases->file(row.caseId);
    if (!file) {
        showUnsent(row);
        return;
    }
    const auto purpose =
        m_purpose->purposeOf(*file, isInHand(*file) ? PurposeForm::Hands::Own : PurposeForm::Hands::Others);
    if (purpose.empty()) {
        askPurpose(*file);
        return;
    }
    whenReady(m_context.vault.viewCase(file->id, purpose), this, [this, row](const Result<Done> &told) {
        const CaseRow *current = m_cases->list()->current();
        if (current && current->caseId == row.caseId)
            showTold(*current, told);
    });
}

/// One's own or the window's that goes on, or one with versions for a supervisor to choose from.
bool CasesWorkspace::isInHand(const casework::CaseFile &file) const
{
    const bool isToChoose = m_context.session.mayDo(casework::Duty::Supervise) && !file.conflicts.empty();
    return isToChoose || (m_cases->isOurs(file) && !casework::isFinished(file));
}

/// Until it is answered nothing shows but what the list shows.
void CasesWorkspace::askPurpose(const casework::CaseFile &file)
{
    m_file.reset();
    m_lease->hide();
    m_title->setText(titleOf(m_context, file));
    m_number->setText(fromText(file.number));
    m_number->setToldWhenCut({});
    m_details->clear();
    m_stack->setCurrentIndex(Asking);
}

/// Nobody sees what no line tells of.
void CasesWorkspace::showTold(const CaseRow &row, const Result<Done> &told)
{
    const casework::CaseFile *file = m_cases->file(row.caseId);
    if (!file || !told) {
        showUnsent(row);
        m_message->setText(told ? m_message->text() : wordsOf(told.failure()));
        return;
    }
    const bool another = !m_file || m_file->id != file->id;
    m_file = *file;
    if (another || m_stack->currentIndex() == Message || m_stack->currentIndex() == Asking)
        m_stack->setCurrentIndex(Drawing);
    if (m_stack->currentIndex() == Supplementing)
        m_supplement->follow(*m_file);
    if (m_stack->currentIndex() == Comparing)
        m_conflict->begin(*m_file, m_conflict->late()); // somebody may have chosen meanwhile
    showCase();
    if (another)
        chooseWhatIsReturned();
}

/// The clerk's own turn comes first: a matter that is back for correction.
void CasesWorkspace::chooseWhatIsReturned()
{
    const auto &subCases = m_file->subCases;
    const auto returned = std::find_if(subCases.begin(), subCases.end(),
        [](const auto &entry) { return entry.second.state == casework::SubCaseState::Correction; });
    if (returned != subCases.end())
        m_flow->select(returned->first);
}

void CasesWorkspace::showUnsent(const CaseRow &row)
{
    m_file.reset();
    m_lease->hide();
    m_title->setText(row.title);
    m_number->setText(row.detail);
    m_number->setToldWhenCut(row.detail);
    m_details->clear();
    m_message->setText(row.light == Light::Wrong
            ? tr("The gateway did not take this case. The outbox in the top bar says why, and takes it back.")
            : tr("This case is safe on this desk and leaves by itself as soon as the link is up. "
                 "How it goes on stands here then."));
    m_stack->setCurrentIndex(Message);
}

void CasesWorkspace::showCase()
{
    m_title->setText(titleOf(m_context, *m_file));
    m_number->setText(QStringLiteral("%1  %2").arg(
        fromText(m_file->number), fromText(m_file->applicant.value("name", std::string()))));
    m_number->setToldWhenCut(
        QStringLiteral("%1  %2").arg(fromText(m_file->number), maskedApplicant(*m_file)));
    const auto lease = leaseOfAnother(m_context, *m_file);
    m_lease->setVisible(lease.has_value());
    if (lease)
        m_lease->show(Light::LookAtIt, wordsOf(*lease));
    m_flow->show(flowOf(m_context, m_standings, *m_file));
    m_details->show(*m_file, m_flow->selected(), m_cases->files());
    showTrouble();
    showLegend();
}

/// The one thing that most needs somebody, said below the drawing.
void CasesWorkspace::showTrouble()
{
    m_trouble->hide();
    const bool isContested = showConflict();
    m_compare->setVisible(isContested);
    if (!isContested) {
        m_contested.clear();
        showStates();
    }
}

/// Versions that wait for a choice, or one's own that was not chosen.
bool CasesWorkspace::showConflict()
{
    for (const casework::Conflict &conflict : m_file->conflicts) {
        const QString name = contestedName(m_context, conflict.matter);
        const casework::Operation *late = casework::operationIn(*m_file, conflict.late);
        const bool isOwn = late && late->actor == m_context.session.person().name;
        m_contested = conflict.late;
        if (conflict.chosen.empty()) {
            m_trouble->show(Light::LookAtIt, tr("%1: two versions").arg(name),
                isOwn ? tr("Yours came after another. It is kept; a supervisor chooses.")
                      : tr("Two desks changed it without knowing of each other. A supervisor chooses."));
            return true;
        }
        if (isOwn && conflict.chosen != conflict.late && !casework::isFinished(*m_file)) {
            m_trouble->show(Light::LookAtIt, tr("%1: your version was not chosen").arg(name),
                tr("It stays in the history, with the reason."));
            return true;
        }
    }
    return false;
}

void CasesWorkspace::showStates()
{
    for (const auto &[id, subCase] : m_file->subCases) {
        const auto *matter = m_context.catalogue->matter(id);
        const Standing standing = m_standings.of(*m_file, subCase);
        if (!matter)
            continue;
        const QString name = textOf(matter->shortName, m_context.language);
        if (standing.light == Light::Overdue) {
            m_trouble->show(Light::Overdue, labelled(name, standing.words));
            return;
        }
        if (subCase.state == casework::SubCaseState::Correction && m_trouble->isHidden()) {
            QStringList items;
            const ValueWords words(m_context.catalogue, m_context.language);
            for (const casework::CorrectionItem &item : subCase.correction)
                items.append(labelled(words.label(item.key), fromText(item.reason)));
            m_trouble->show(Light::WaitsForApplicant, tr("%1 asks for correction").arg(name),
                items.join(QLatin1Char('\n')));
        }
        if (subCase.state == casework::SubCaseState::Refused
            || subCase.state == casework::SubCaseState::Denied)
            m_trouble->show(Light::Wrong, labelled(name, standing.words), fromText(subCase.reason));
    }
}

void CasesWorkspace::showLegend()
{
    emptyOut(*m_legend);
    std::map<Light, int> counts;
    for (const auto &[id, subCase] : m_file->subCases)
        ++counts[m_standings.of(*m_file, subCase).light];
    for (const auto &[light, count] : counts) {
        auto *shown = new StatusLight(m_foot);
        shown->setFont(smallFont());
        const QString word = light == Light::Wrong ? tr("Refused or denied") : lookOf(light, palette()).word;
        shown->show(light, QStringLiteral("%1 %2").arg(word).arg(count));
        m_legend->addWidget(shown);
    }
}

void CasesWorkspace::compare()
{
    if (!m_file)
        return;
    m_flow->select(casework::conflictOf(*m_file, m_contested)->matter);
    m_conflict->begin(*m_file, m_contested);
    m_stack->setCurrentIndex(Comparing);
    m_conflict->setFocus(Qt::OtherFocusReason);
}

void CasesWorkspace::supplement(const std::string &matter)
{
    if (!m_file)
        return;
    m_supplement->begin(*m_file, matter);
    m_stack->setCurrentIndex(Supplementing);
    m_supplement->focusFirstField();
}

} // namespace quanke::desk
