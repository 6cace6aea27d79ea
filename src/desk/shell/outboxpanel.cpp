#include "desk/shell/outboxpanel.h"

#include "desk/casepart/transferview.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/look/textroles.h"
#include "vault/whenready.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <string>

namespace quanke::desk {

namespace {

/// Lines; how many there are is said above them.
constexpr int mostReceived = 5;

Light lightOf(vault::OutboxState state)
{
    switch (state) {
    case vault::OutboxState::Refused:
        return Light::Wrong;
    case vault::OutboxState::Sent:
        return Light::DueSoon;
    case vault::OutboxState::Received:
    case vault::OutboxState::Durable:
        return Light::Ready;
    case vault::OutboxState::Waiting:
        break;
    }
    return Light::WaitsForResult;
}

/// What is sealed for another has no title here.
QString titleOf(const vault::OutboxEntry &entry)
{
    return fromText(entry.title.empty() ? entry.number : entry.title);
}

} // namespace

OutboxPanel::OutboxPanel(const DeskContext &context, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_context(context)
    , m_rows(new QVBoxLayout)
    , m_received(new QVBoxLayout)
{
    setObjectName(QStringLiteral("outboxPanel"));
    setAccessibleName(tr("To be sent"));
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(14), scaled(10), scaled(14), scaled(12));
    auto *head = new PaneHead(tr("To be sent"), this);
    head->setSymbol(Symbol::Send);
    head->setSecondText(tr("Leaves by itself, in order, once the link is up"));
    layout->addWidget(head);
    layout->addLayout(m_rows);
    layout->addLayout(m_received);
    setFixedWidth(scaled(520));
    connect(&context.vault, &vault::Vault::outboxChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void OutboxPanel::openBelow(const QWidget *bar)
{
    refresh();
    const QPoint corner = bar->mapToGlobal(QPoint(bar->width() - width() - scaled(14), bar->height()));
    move(corner);
    QFrame::show();
}

void OutboxPanel::refresh()
{
    whenReady(m_context.vault.outbox(), this, [this](const Result<std::vector<vault::OutboxEntry>> &entries) {
        if (entries)
            show(*entries);
    });
    whenReady(m_context.vault.outboxCount(), this, [this](const Result<vault::OutboxCount> &count) {
        const int received = count ? count->received : 0;
        whenReady(m_context.vault.received(mostReceived), this,
            [this, received](const Result<std::vector<vault::OutboxEntry>> &latest) {
                if (latest)
                    showReceived(received, *latest);
            });
    });
}

void OutboxPanel::show(const std::vector<vault::OutboxEntry> &entries)
{
    emptyOut(*m_rows);
    if (entries.empty())
        m_rows->addWidget(
            secondLabel(tr("Nothing waits. What is pushed while the link is down stands here."), this));
    for (const vault::OutboxEntry &entry : entries)
        m_rows->addWidget(row(entry));
    fit();
}

/// As high as the words need at this width; adjustSize would ask for those that are not broken into lines.
void OutboxPanel::fit()
{
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void OutboxPanel::showReceived(int count, const std::vector<vault::OutboxEntry> &latest)
{
    emptyOut(*m_received);
    if (!latest.empty())
        m_received->addWidget(secondLabel(
            tr("%n act(s) received by the hall, its backup is still to come; kept here until then", nullptr,
                count),
            this));
    for (const vault::OutboxEntry &entry : latest) {
        auto *line = secondLabel(
            QStringLiteral("%1  %2").arg(fromText(entry.number), fromText(entry.title)).trimmed(), this);
        line->setObjectName(QStringLiteral("receivedLabel"));
        m_received->addWidget(line);
    }
    fit();
}

QWidget *OutboxPanel::row(const vault::OutboxEntry &entry)
{
    auto *row = new Pane(Qt::TopEdge, this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, scaled(6), 0, scaled(6));
    auto *light = new StatusLight(row);
    const QString since =
        entry.enqueuedAt.empty() ? QString() : timeOfDay(parseInstant(entry.enqueuedAt).value_or(Instant()));
    light->show(lightOf(entry.state), since);
    layout->addWidget(light);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(boldLabel(titleOf(entry), row));
    auto *detail = secondLabel(entry.problem ? wordsOf(*entry.problem) : fromText(entry.number), row);
    detail->setWordWrap(true);
    words->addWidget(detail);
    auto *transfer = new TransferView(m_context, row);
    transfer->showOf(entry.operationId);
    words->addWidget(transfer);
    layout->addLayout(words, 1);
    if (entry.state == vault::OutboxState::Refused && isOnesOwn(entry))
        addWaysOut(*layout, entry);
    else if (entry.state == vault::OutboxState::Refused)
        layout->addWidget(secondLabel(tr("Whoever did it has to sign in"), row));
    return row;
}

/// Only with their key is it opened.
bool OutboxPanel::isOnesOwn(const vault::OutboxEntry &entry) const
{
    return entry.operatorName == m_context.session.person().name;
}

/// What was refused holds up its case until a person decides.
void OutboxPanel::addWaysOut(QHBoxLayout &layout, const vault::OutboxEntry &entry)
{
    const auto add = [&](const QString &words, const char *name, auto act) {
        auto *button = new ActionButton(words, ButtonKind::Small, this);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, act);
        layout.addWidget(button);
    };
    add(tr("Send again"), "sendAgainButton",
        [this, id = entry.operationId] { (void)m_context.vault.retry(id); });
    if (entry.kind == "case.submit")
        add(tr("Back to the form"), "backToFormButton",
            [this, id = entry.operationId] { (void)m_context.vault.takeBack(id); });
    else
        add(tr("Give up …"), "giveUpButton", [this, entry] { askToGiveUp(entry); });
}

void OutboxPanel::askToGiveUp(const vault::OutboxEntry &entry)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Give up"), tr("Give up what the hall has refused?"),
        QMessageBox::NoButton, parentWidget()); // this one closes
    box->setObjectName(QStringLiteral("giveUpMessageBox"));
    const QString why = entry.problem ? wordsOf(*entry.problem) : QString();
    box->setInformativeText(
        tr("%1: %2\nIt is not sent any more; what it was to do has to be done again, if it is still wanted.")
            .arg(titleOf(entry), why));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *yes = box->addButton(tr("Give up"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("giveUpConfirmButton"));
    auto *no = box->addButton(tr("Leave it there"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    connect(yes, &QPushButton::clicked, this,
        [this, id = entry.operationId] { (void)m_context.vault.takeBack(id); });
    box->open();
}

} // namespace quanke::desk
