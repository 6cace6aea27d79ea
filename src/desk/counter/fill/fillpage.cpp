#include "desk/counter/fill/fillpage.h"

#include "desk/common/actionbutton.h"
#include "desk/common/bottombar.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/counter/fill/formview.h"
#include "desk/counter/fill/outline.h"
#include "desk/counter/fill/sidepane.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"

#include <QListView>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr int wideFrom = 1500;
constexpr int outlineWidth = 216;
constexpr int sideWidth = 324;
constexpr int leastForm = 430;

} // namespace

FillPage::FillPage(const DeskContext &context, CaseSession &session, QWidget *parent)
    : CounterPage(parent)
    , m_context(context)
    , m_session(session)
    , m_outline(new Outline(context, session, this))
    , m_form(new FormView(context, session, this))
    , m_side(new SidePane(context, session, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_foot(new BottomBar(this))
    , m_check(new ActionButton(tr("Check and push"), ButtonKind::Primary, this))
{
    layOut();
    addKeys();
    connect(m_outline, &Outline::chosen, m_form, &FormView::goToSection);
    connect(m_side, &SidePane::fieldWanted, this,
        [this](const QString &key) { m_form->goTo(key.toStdString()); });
    connect(m_form, &FormView::currentChanged, this, [this](const QString &key) {
        m_side->explain(key.toStdString());
        m_outline->setCurrent(m_form->currentSection());
    });
    connect(m_form->verticalScrollBar(), &QScrollBar::valueChanged, this,
        [this] { m_outline->setCurrent(m_form->currentSection()); });
    const auto stale = [this] {
        m_stale = true;
        if (isVisible())
            rebuild();
        else
            m_form->clear();
    };
    connect(&session, &CaseSession::opened, this, stale);
    connect(&session, &CaseSession::recomposed, this, stale);
    connect(&session, &CaseSession::closed, m_form, &FormView::rebuild);
    connect(&session, &CaseSession::saved, this, &FillPage::showSaved);
    connect(&session, &CaseSession::saveFailed, this, &FillPage::showSaveFailure);
    for (const auto signal :
        {&CaseSession::opened, &CaseSession::closed, &CaseSession::recomposed, &CaseSession::progressChanged})
        connect(&session, signal, this, &CounterPage::stateChanged);
    connect(&session, &CaseSession::stepChanged, this, &CounterPage::stateChanged);
}

void FillPage::layOut()
{
    m_splitter->addWidget(m_outline);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_foot);
    m_check->setObjectName(QStringLiteral("checkButton"));
    m_check->setSymbol(Symbol::Check);
    m_check->setKeys(Qt::CTRL | Qt::Key_Return);
    auto *notice = new ActionButton(tr("One-time notice"), ButtonKind::Normal, this);
    notice->setObjectName(QStringLiteral("noticeButton"));
    notice->setSymbol(Symbol::Notice);
    notice->setKeysShown(Qt::Key_F9);
    connect(notice, &QPushButton::clicked, this, &CounterPage::noticeWanted);
    m_foot->addRight(notice);
    m_foot->addRight(m_check);
    connect(m_check, &QPushButton::clicked, this, &FillPage::goOn);
}

void FillPage::addKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto function) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, function);
    };
    const auto section = [this](int by) {
        const std::size_t current = m_form->currentSection();
        if (by > 0 || current > 0)
            m_form->goToSection(by > 0 ? current + 1 : current - 1);
    };
    bind(QKeySequence(Qt::Key_F8), [this] { m_form->goToNextProblem(1); });
    bind(QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { m_form->goToNextProblem(-1); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Down), [section] { section(1); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Up), [section] { section(-1); });
}

QString FillPage::title() const
{
    return tr("Form");
}

StepState FillPage::state() const
{
    if (!m_session.isOpen())
        return {{}, false, false};
    const Progress progress = m_session.progress();
    return {QStringLiteral("%1/%2").arg(progress.done).arg(progress.whole),
        progress.done == progress.whole || m_session.step() > Step::Documents, m_session.number().isEmpty()};
}

void FillPage::enter()
{
    if (m_stale)
        rebuild();
    if (!m_form->goTo(m_session.focusedKey()))
        m_form->goBy(1);
}

void FillPage::leave()
{
    if (QWidget *focus = focusWidget(); focus && m_form->isAncestorOf(focus))
        focus->clearFocus();
}

void FillPage::rebuild()
{
    m_stale = false;
    fitPanes();
    m_form->rebuild();
    showSaved();
}

QList<QWidget *> FillPage::panes() const
{
    return {m_form->widget(), m_side->problems(), m_outline->list()};
}

bool FillPage::goOn()
{
    leave();
    m_session.showAllProblems();
    for (const form::Problem &problem : m_session.shownProblems()) {
        if (problem.severity == form::Severity::Error && m_form->goTo(problem.field))
            return true;
    }
    Q_EMIT stepWanted(m_session.materialCounts().missing > 0 ? Step::Documents : Step::Check);
    return true;
}

void FillPage::goToField(const std::string &key)
{
    Q_EMIT stepWanted(Step::Fill);
    m_form->goTo(key);
}

void FillPage::showSaved()
{
    const auto at = m_session.savedAt();
    m_foot->light()->setVisible(at.has_value());
    if (at)
        m_foot->light()->show(Light::Ready, tr("Saved %1").arg(timeOfDay(*at)));
    m_foot->setSecondText(tr("sealed on this machine, safe from a power cut"));
}

void FillPage::showSaveFailure(const Failure &failure)
{
    m_foot->light()->setVisible(true);
    m_foot->light()->show(Light::Wrong, tr("Not saved"));
    m_foot->setSecondText(wordsOf(failure));
}

void FillPage::resizeEvent(QResizeEvent *event)
{
    CounterPage::resizeEvent(event);
    fitPanes();
}

void FillPage::fitPanes()
{
    const bool wide = width() >= scaled(wideFrom);
    const int outline = scaled(wide ? outlineWidth + 32 : outlineWidth);
    const int side = scaled(wide ? sideWidth + 64 : sideWidth);
    // In large type the form stands alone before it is cut.
    const bool roomForSide = width() - outline - side >= scaled(leastForm);
    const bool roomForOutline = width() - outline >= scaled(leastForm);
    m_side->setVisible(roomForSide);
    m_outline->setVisible(roomForOutline);
    m_splitter->setSizes({outline, width() - outline - side, side});
}

} // namespace quanke::desk
