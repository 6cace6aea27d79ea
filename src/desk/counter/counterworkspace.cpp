#include "desk/counter/counterworkspace.h"

#include "core/base/clock.h"
#include "core/catalogue/definitions.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/words.h"
#include "desk/counter/documents/documentspage.h"
#include "desk/counter/fill/fillpage.h"
#include "desk/counter/find/findpage.h"
#include "desk/counter/handover/givedialog.h"
#include "desk/counter/push/checkpage.h"
#include "desk/counter/push/noticewindow.h"
#include "desk/counter/push/receiptpage.h"
#include "desk/counter/stepbar.h"
#include "desk/counter/tailor/tailorpage.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quanke::desk {

CounterWorkspace::CounterWorkspace(const DeskContext &context, QWidget *parent)
    : Workspace(parent)
    , m_context(context)
    , m_session(context)
    , m_mark(context, m_session)
    , m_title(new ElidedLabel(this))
    , m_second(new ElidedLabel(this))
    , m_handOver(new ActionButton(tr("Hand over …"), ButtonKind::Small, this))
    , m_steps(new StepBar(this))
    , m_stack(new QStackedWidget(this))
{
    auto *strip = new Pane(Qt::BottomEdge, this);
    strip->setFixedHeight(scaled(40));
    auto *head = new QHBoxLayout(strip);
    head->setContentsMargins(scaled(16), 0, scaled(16), 1);
    head->setSpacing(scaled(10));
    m_title->setFont(boldFont());
    m_second->setFont(smallFont());
    useSecondText(m_second);
    m_second->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    head->addWidget(m_title);
    head->addWidget(m_second, 1);
    m_handOver->setObjectName(QStringLiteral("handOverCaseButton"));
    m_handOver->setToolTip(tr("To another desk by a sealed file, where there is no link"));
    m_handOver->hide();
    head->addWidget(m_handOver);
    head->addWidget(m_steps, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(strip);
    layout->addWidget(m_stack, 1);
    addPages();
    addKeys();
    connect(m_handOver, &QPushButton::clicked, this, &CounterWorkspace::handOver);
    connect(m_steps, &StepBar::chosen, this, &CounterWorkspace::goTo);
    connect(&m_session, &CaseSession::opened, this, [this] {
        m_tookUp = false; // told afterwards, of the one that was
        showHead();
    });
    connect(&m_session, &CaseSession::closed, this, [this] {
        m_tookUp = false;
        showHead();
    });
    connect(&m_mark, &OpenDraftMark::tookUp, this, [this] {
        m_tookUp = true;
        showHead();
    });
    connect(&m_session, &CaseSession::recomposed, this, &CounterWorkspace::showHead);
    connect(&m_session, &CaseSession::saved, this, &CounterWorkspace::showServed);
    connect(&m_session, &CaseSession::stepChanged, this, &CounterWorkspace::goTo);
    connect(&m_session, &CaseSession::stepChanged, this, &CounterWorkspace::showHead);
    show(m_pages.front());
    showHead();
    m_mark.takeUp();
}

CounterWorkspace::~CounterWorkspace()
{
    // Before the session they work on: a page that loses the focus while it goes still leaves its field.
    qDeleteAll(m_pages);
}

void CounterWorkspace::addPages()
{
    add(new FindPage(m_context, m_session, this));
    add(new TailorPage(m_context, m_session, this));
    auto *fill = new FillPage(m_context, m_session, this);
    auto *check = new CheckPage(m_context, m_session, this);
    add(fill);
    add(new DocumentsPage(m_context, m_session, this));
    add(check);
    add(new ReceiptPage(m_context, m_session, this));
    connect(check, &CheckPage::fieldWanted, fill,
        [fill](const QString &key) { fill->goToField(key.toStdString()); });
}

void CounterWorkspace::add(CounterPage *page)
{
    m_pages.push_back(page);
    m_stack->addWidget(page);
    m_steps->addStep(page->step(), page->title());
    connect(page, &CounterPage::stepWanted, this, &CounterWorkspace::goTo);
    connect(page, &CounterPage::noticeWanted, this, &CounterWorkspace::showNotice);
    connect(page, &CounterPage::stateChanged, this,
        [this, page] { m_steps->setState(page->step(), page->state()); });
    m_steps->setState(page->step(), page->state());
}

void CounterWorkspace::addKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto function) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, function);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { goBy(1); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { goBy(-1); });
    bind(QKeySequence(Qt::Key_F9), [this] { showNotice(); });
}

void CounterWorkspace::showNotice()
{
    if (m_session.isOpen() && m_session.number().isEmpty())
        showOneTimeNotice(m_context, m_session, this);
}

void CounterWorkspace::handOver()
{
    auto *documents = static_cast<DocumentsPage *>(page(Step::Documents));
    auto *dialog = new GiveDialog(m_context, m_session, documents->intake(), this);
    connect(dialog, &GiveDialog::finished, this, [this] {
        if (!m_session.isOpen())
            goTo(Step::Find);
    });
    dialog->open();
}

CounterPage *CounterWorkspace::page(Step step) const
{
    for (CounterPage *candidate : m_pages) {
        if (candidate->step() == step)
            return candidate;
    }
    return nullptr;
}

CounterPage *CounterWorkspace::current() const
{
    return static_cast<CounterPage *>(m_stack->currentWidget());
}

void CounterWorkspace::goTo(Step step)
{
    CounterPage *wanted = page(step);
    if (!wanted || !wanted->state().reachable || wanted == current()) {
        m_steps->setCurrent(current()->step());
        return;
    }
    show(wanted);
}

void CounterWorkspace::goBy(int steps)
{
    const int index = m_stack->currentIndex() + steps;
    if (index >= 0 && index < int(m_pages.size()))
        goTo(m_pages[std::size_t(index)]->step());
}

void CounterWorkspace::show(CounterPage *page)
{
    if (page != current())
        current()->leave();
    m_stack->setCurrentWidget(page);
    m_steps->setCurrent(page->step());
    if (m_session.isOpen())
        m_session.setStep(page->step());
    page->enter();
}

void CounterWorkspace::showHead()
{
    for (CounterPage *page : m_pages)
        m_steps->setState(page->step(), page->state());
    m_title->setText(m_session.isOpen() ? m_session.title() : tr("Receive"));
    QString second;
    if (m_session.isOpen() && m_session.number().isEmpty())
        second = m_tookUp ? tr("back where the desk stopped without being closed")
                          : tr("Draft %1").arg(timeOfDay(m_session.beganAt()).left(5));
    else if (m_session.isOpen())
        second = m_session.number();
    m_second->setText(second);
    m_handOver->setVisible(m_session.isOpen() && m_session.number().isEmpty());
    showServed();
}

void CounterWorkspace::showServed()
{
    Served served;
    if (m_session.isOpen()) {
        const auto minutes =
            std::chrono::duration_cast<std::chrono::minutes>(m_context.clock.now() - m_session.beganAt())
                .count();
        served.maskedName = maskedName(m_session.applicantName());
        if (!served.maskedName.isEmpty())
            served.note = minutes > 0 ? tr("%n min", nullptr, int(minutes)) : tr("just begun");
    }
    Q_EMIT servedChanged(served);
}

void CounterWorkspace::activate()
{
    current()->enter();
}

QList<QWidget *> CounterWorkspace::panes() const
{
    return current()->panes();
}

bool CounterWorkspace::stepBack()
{
    if (current()->stepBack())
        return true;
    const int index = m_stack->currentIndex();
    if (index <= 0)
        return false;
    goTo(m_pages[std::size_t(index - 1)]->step());
    return true;
}

} // namespace quanke::desk
