#include "desk/approve/approveworkspace.h"

#include "desk/approve/partpane.h"
#include "desk/approve/reviewpoints.h"
#include "desk/approve/workpane.h"
#include "desk/casepart/purposeform.h"
#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "link/changesfollower.h"
#include "link/gatewayclient.h"
#include "link/pusher.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QApplication>
#include <QMessageBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace quanke::desk {

namespace {

PointMarks marksFrom(const Json &kept)
{
    PointMarks marks;
    for (const auto &[point, met] : kept.items()) {
        if (met.is_boolean())
            marks[point] = met.get<bool>();
    }
    return marks;
}

} // namespace

ApproveWorkspace::ApproveWorkspace(const DeskContext &context, QWidget *parent)
    : Workspace(parent)
    , m_context(context)
    , m_acts(context)
    , m_standings(context)
    , m_words(context.catalogue, context.language)
    , m_marked(context.vault, "review")
    , m_lease(context)
    , m_work(new WorkPane(context, m_acts, this))
    , m_part(new PartPane(context, this))
    , m_purpose(new PurposeForm(context, this))
    , m_pointsArea(new QScrollArea(this))
    , m_pointsHead(new PaneHead(this))
    , m_points(new ReviewPoints(this))
    , m_decision(new DecisionPane(context, this))
    , m_foot(new BottomBar(this))
    , m_correct(new ActionButton(tr("Ask for correction"), ButtonKind::Normal, this))
    , m_decide(new ActionButton(tr("Sign and decide"), ButtonKind::Primary, this))
{
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_work);
    across->addWidget(m_part, 1);
    across->addWidget(m_purpose, 1);
    m_purpose->hide();
    across->addWidget(makeRight());
    makeFoot();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(across, 1);
    layout->addWidget(m_foot);
    follow();
    m_part->showNothing(tr("Choose a case on the left."));
    showState();
}

QWidget *ApproveWorkspace::makeRight()
{
    auto *right = new Pane(Qt::LeftEdge, this);
    right->setFixedWidth(scaled(352));
    m_pointsHead->setTitle(tr("Review points"));
    m_pointsHead->setContentsMargins(scaled(14), scaled(10), scaled(14), scaled(10));
    m_pointsArea->setObjectName(QStringLiteral("pointsScrollArea"));
    m_pointsArea->setWidget(m_points);
    m_pointsArea->setWidgetResizable(true);
    m_pointsArea->setFrameShape(QFrame::NoFrame);
    m_pointsArea->setFocusPolicy(Qt::NoFocus);
    m_pointsArea->viewport()->setBackgroundRole(QPalette::Base);
    m_decision->setObjectName(QStringLiteral("decisionPane"));
    m_decision->setAutoFillBackground(true);
    m_decision->setBackgroundRole(QPalette::AlternateBase);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pointsHead);
    layout->addWidget(new Line(Qt::Horizontal, right));
    layout->addWidget(m_pointsArea, 1);
    layout->addWidget(new Line(Qt::Horizontal, right));
    layout->addWidget(m_decision);
    m_points->hide();
    m_decision->hide();
    return right;
}

void ApproveWorkspace::makeFoot()
{
    m_correct->setObjectName(QStringLiteral("correctButton"));
    m_correct->setSymbol(Symbol::Undo);
    m_correct->setKeys(Qt::Key_F9);
    m_decide->setObjectName(QStringLiteral("decideButton"));
    m_decide->setSymbol(Symbol::Approve);
    m_decide->setKeys(Qt::CTRL | Qt::Key_Return);
    m_foot->light()->setObjectName(QStringLiteral("approveLight"));
    m_foot->addRight(m_correct);
    m_foot->addRight(m_decide);
    connect(m_correct, &QPushButton::clicked, this, [this] { m_decision->choose(Decision::Correct); });
    connect(m_decide, &QPushButton::clicked, this, &ApproveWorkspace::confirm);
}

void ApproveWorkspace::follow()
{
    connect(m_work->list(), &CaseList::chosen, this, &ApproveWorkspace::open);
    connect(m_work->list(), &CaseList::entered, this, [this] {
        if (m_purpose->isVisible())
            m_purpose->chooseFirst();
        else
            m_part->panes().front()->setFocus();
    });
    connect(m_purpose, &PurposeForm::chosen, this, [this] {
        if (const CaseRow *row = m_work->list()->current())
            load(row->caseId, row->matter);
    });
    connect(m_work, &WorkPane::refreshed, this, [this] {
        Q_EMIT badgeChanged(m_work->toReview());
        goOnAfterAct();
        const bool isAsking = m_purpose->isVisible() && m_work->list()->current();
        if (!m_file && isVisible() && !isAsking)
            showNext();
    });
    connect(m_points, &ReviewPoints::changed, this, [this] {
        m_marked.keep(Json(m_points->marks()));
        m_lease.hold(m_file->id);
        showState();
    });
    connect(&m_marked, &UnfinishedWork::brought, this, &ApproveWorkspace::bringMarks);
    const auto complain = [this](const Failure &failure) {
        m_part->banner()->show(Light::Wrong, wordsOf(failure));
    };
    connect(&m_marked, &UnfinishedWork::failed, this, complain);
    connect(&m_lease, &LeaseKeeper::heldByAnother, this, [this](const casework::Lease &lease) {
        m_part->banner()->show(Light::LookAtIt, tr("Somebody else works on this: %1").arg(wordsOf(lease)));
    });
    connect(m_decision, &DecisionPane::keepingFailed, this, complain);
    connect(m_points, &ReviewPoints::reached, this, [this](const catalogue::ReviewPoint &point) {
        m_part->mark({point.keys.begin(), point.keys.end()});
    });
    connect(m_decision, &DecisionPane::changed, this, &ApproveWorkspace::showState);
    connect(&m_acts, &CaseActs::waitingChanged, this, &ApproveWorkspace::showState);
    connect(&m_acts, &CaseActs::failed, this, complain);
    connect(&m_acts, &CaseActs::failed, this, [this] { m_actedOn.reset(); });
    const auto lookAgain = [this](const QString &caseId) {
        m_work->refresh();
        const bool isShown = m_file && fromText(m_file->id) == caseId;
        if (isShown && isVisible())
            load(m_file->id, m_matter->id);
        else if (isShown)
            m_hasChangedUnseen = true; // whoever comes sees it, and is told of then
    };
    connect(&m_context.changes, &link::ChangesFollower::caseChanged, this, lookAgain);
    connect(&m_context.pusher, &link::Pusher::delivered, this, lookAgain);
}

/// Left, or locked: others need not ask about what nobody works on. The next mark takes it again.
void ApproveWorkspace::hideEvent(QHideEvent *event)
{
    m_lease.letGo();
    Workspace::hideEvent(event);
}

void ApproveWorkspace::activate()
{
    m_work->refresh();
    if (m_file && std::exchange(m_hasChangedUnseen, false))
        load(m_file->id, m_matter->id);
    m_work->list()->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> ApproveWorkspace::panes() const
{
    QList<QWidget *> panes{m_work->list()};
    panes += m_part->panes();
    panes += {m_points, m_decision};
    return panes;
}

bool ApproveWorkspace::stepBack()
{
    return m_part->closeDocument();
}

bool ApproveWorkspace::openCase(const QString &caseId)
{
    return m_work->list()->select(caseId.toStdString());
}

void ApproveWorkspace::open(const CaseRow &row)
{
    if (!m_file || m_file->id != row.caseId)
        m_lease.letGo();
    load(row.caseId, row.matter);
}

/// The gateway's view is the one that counts; without it, what was kept here may be read.
void ApproveWorkspace::load(const std::string &caseId, const std::string &matter)
{
    m_wanted = caseId + '/' + matter;
    const auto isWanted = [this, wanted = m_wanted] { return m_wanted == wanted; };
    whenReady(m_context.gateway.caseView(caseId), this,
        [this, caseId, matter, isWanted](const Result<casework::CaseFile> &view) {
            if (!isWanted())
                return;
            if (view) {
                take(view, matter);
                return;
            }
            whenReady(m_context.vault.caseView(caseId), this,
                [this, matter, isWanted, failure = view.failure()](const Result<casework::CaseFile> &kept) {
                    if (isWanted())
                        take(kept ? kept : Result<casework::CaseFile>(failure), matter);
                });
        });
}

void ApproveWorkspace::take(const Result<casework::CaseFile> &view, const std::string &matter)
{
    const auto *definition = m_context.catalogue->matter(matter);
    if (!view || !definition || !view->subCases.contains(matter)) {
        showNothing(view ? tr("This matter is no longer with the department.") : wordsOf(view.failure()));
        return;
    }
    const auto purpose = m_purpose->purposeOf(*view, PurposeForm::Hands::Own);
    if (purpose.empty()) {
        showNothing({});
        m_part->hide();
        m_purpose->show();
        return;
    }
    whenReady(m_context.vault.viewCase(view->id, purpose), this,
        [this, file = *view, definition, wanted = m_wanted](const Result<Done> &told) {
            if (m_wanted != wanted)
                return;
            if (!told) { // nobody sees what no line tells of
                showNothing(wordsOf(told.failure()));
                return;
            }
            m_file = file;
            m_matter = definition;
            showCase();
        });
}

void ApproveWorkspace::showNothing(const QString &why)
{
    m_purpose->hide();
    m_part->setVisible(true);
    m_file.reset();
    m_matter = nullptr;
    m_points->hide();
    m_decision->hide();
    m_part->showNothing(why);
    showState();
}

void ApproveWorkspace::showCase()
{
    m_purpose->hide();
    m_part->setVisible(true);
    showOthers();
    m_part->show(*m_file, *m_matter, m_standings.of(*m_file, subCase()));
    showPoints();
    m_decision->show(*m_file, *m_matter);
    showState();
}

/// Who else works on it, and whether another version waits for a choice.
void ApproveWorkspace::showOthers()
{
    m_part->banner()->hide();
    if (const auto lease = leaseOfAnother(m_context, *m_file))
        m_part->banner()->show(Light::LookAtIt, tr("Somebody else works on this: %1").arg(wordsOf(*lease)));
    for (const casework::Conflict &conflict : m_file->conflicts) {
        const bool concerns = conflict.matter == m_matter->id || conflict.matter == m_file->bundle;
        if (concerns && conflict.chosen.empty())
            m_part->banner()->show(Light::LookAtIt, tr("Two versions came; a supervisor has not chosen yet"),
                tr("What you see came first. Once you have accepted it, it stands."));
    }
}

void ApproveWorkspace::showPoints()
{
    // What was marked before a supplement is about other content.
    const auto opened =
        m_marked.begin(m_file->id, m_matter->id, std::to_string(roundOf(*m_file, m_matter->id)));
    const bool other = opened == UnfinishedWork::Opened::Other;
    if (other) {
        // The next key must not mark another case.
        if (m_points->isAncestorOf(QApplication::focusWidget()))
            m_work->list()->setFocus(Qt::OtherFocusReason);
        m_pointsArea->verticalScrollBar()->setValue(0);
    }
    m_points->show(m_matter->reviewPoints, other ? PointMarks() : m_points->marks(), m_words);
}

void ApproveWorkspace::bringMarks(const Json &kept)
{
    if (!m_matter)
        return;
    m_points->show(m_matter->reviewPoints, marksFrom(kept), m_words);
    showState();
}

/// Why nothing can be decided just now, whatever is filled in; empty when something can.
QString ApproveWorkspace::hindrance() const
{
    const auto waiting = m_acts.waiting(m_file->id);
    if (!waiting.empty() && waiting.back().state == vault::OutboxState::Refused)
        return waiting.back().problem ? wordsOf(*waiting.back().problem) : tr("The gateway did not take it.");
    if (!waiting.empty())
        return tr("Your act waits to be sent; it leaves by itself.");
    switch (subCase().state) {
    case casework::SubCaseState::Waiting: {
        QStringList names;
        for (const std::string &matter : subCase().waitsFor) {
            const auto *other = m_context.catalogue->matter(matter);
            names.append(other ? textOf(other->shortName, m_context.language) : fromText(matter));
        }
        return tr("Waits for the result of: %1").arg(listed(names));
    }
    case casework::SubCaseState::Correction:
        return tr("The applicant is correcting; it comes back by itself.");
    case casework::SubCaseState::Received:
    case casework::SubCaseState::Supplemented:
    case casework::SubCaseState::Accepted:
        break;
    default:
        return m_standings.nameOf(subCase().state);
    }
    const auto decision = m_decision->decision();
    const bool decides =
        decision == Decision::Approve || decision == Decision::Deny || decision == Decision::Refuse;
    if (decides && m_acts.hasHandled(*m_file))
        return tr("You received this case or worked on it, so another person must decide it.");
    return {};
}

void ApproveWorkspace::showState()
{
    const bool open = m_file && m_matter;
    m_correct->setVisible(open && !DecisionPane::possible(*m_file, *m_matter).empty());
    m_decide->setVisible(open);
    m_foot->light()->setVisible(open);
    m_pointsHead->setSecondText(open
            ? tr("Y met, X not met · %1/%2").arg(m_points->markedCount()).arg(m_points->count())
            : QString());
    if (!open)
        return;
    const auto decision = m_decision->decision();
    QString missing = hindrance();
    const bool hindered = !missing.isEmpty();
    const int unmarked = m_points->count() - m_points->markedCount();
    if (!hindered && decision == Decision::Approve && unmarked > 0)
        missing = tr("%n review point(s) not marked yet", nullptr, unmarked);
    else if (!hindered && decision == Decision::Approve && !m_points->allMet())
        missing = tr("A point is not met: approval is not possible");
    if (missing.isEmpty())
        missing = m_decision->missing();
    m_decide->setText(decision ? tr("Sign: %1").arg(DecisionPane::nameOf(*decision)) : tr("Sign and decide"));
    m_decide->setEnabled(decision && missing.isEmpty());
    m_correct->setEnabled(!hindered || m_acts.waiting(m_file->id).empty());
    const bool clean = missing.isEmpty();
    m_foot->light()->show(clean          ? Light::Ready
            : isDecided(subCase().state) ? Light::Done
            : hindered                   ? Light::WaitsForResult
                                         : Light::LookAtIt,
        clean ? tr("You did not handle the receipt; you may decide.") : missing);
}

void ApproveWorkspace::confirm()
{
    const auto decision = m_decision->decision();
    if (!m_file || !decision)
        return;
    if (const auto wrong = m_acts.objection(*m_file, m_decision->act(m_points->marks()))) {
        m_part->banner()->show(Light::Wrong, wordsOf(*wrong));
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Sign and decide"),
        tr("%1: “%2” of %3?")
            .arg(DecisionPane::nameOf(*decision), textOf(m_matter->name, m_context.language),
                maskedApplicant(*m_file)),
        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("confirmMessageBox"));
    box->setInformativeText(tr("It is signed with your name and cannot be taken back."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *yes = box->addButton(tr("Sign"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("confirmButton"));
    box->addButton(tr("Back"), QMessageBox::RejectRole);
    box->setDefaultButton(yes);
    connect(yes, &QPushButton::clicked, this, &ApproveWorkspace::perform);
    box->open();
}

void ApproveWorkspace::perform()
{
    m_work->list()->setFocus(Qt::OtherFocusReason); // the button goes grey, and the next case is there
    m_actedOn = ActedOn{m_file->id, m_matter->id, m_work->list()->currentIndex().row()};
    m_acts.perform(*m_file, m_decision->act(m_points->marks()));
    m_lease.letGo();
}

/// Once the matter has left the list, the one that took its place is opened.
void ApproveWorkspace::goOnAfterAct()
{
    if (!m_actedOn || m_work->holds(m_actedOn->caseId, m_actedOn->matter))
        return;
    const ActedOn done = *m_actedOn;
    m_actedOn.reset();
    const bool stillShown = m_file && m_matter && m_file->id == done.caseId && m_matter->id == done.matter;
    CaseList *list = m_work->list();
    const int rows = list->model()->rowCount();
    if (stillShown && rows > 0)
        list->setCurrentIndex(list->model()->index(qBound(0, done.row, rows - 1), 0));
}

void ApproveWorkspace::showNext()
{
    CaseList *list = m_work->list();
    if (list->model()->rowCount() > 0)
        list->setCurrentIndex(list->model()->index(0, 0));
    else
        showNothing(tr("Nothing waits for this department."));
}

} // namespace quanke::desk
