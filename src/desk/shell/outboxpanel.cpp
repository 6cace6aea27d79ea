#include "desk/shell/outboxpanel.h"

#include "desk/casepart/transferview.h"
#include "desk/common/actionbutton.h"
#include "desk/common/deskcontext.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"
#include "desk/look/textroles.h"
#include "vault/whenready.h"

#include <QVBoxLayout>

namespace quanke::desk {

namespace {

Light lightOf(vault::OutboxState state)
{
    switch (state) {
    case vault::OutboxState::Refused:
        return Light::Wrong;
    case vault::OutboxState::Sent:
        return Light::DueSoon;
    case vault::OutboxState::Durable:
        return Light::Done;
    case vault::OutboxState::Waiting:
        break;
    }
    return Light::WaitsForResult;
}

} // namespace

OutboxPanel::OutboxPanel(const DeskContext &context, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_context(context)
    , m_rows(new QVBoxLayout)
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
}

void OutboxPanel::show(const std::vector<vault::OutboxEntry> &entries)
{
    emptyOut(*m_rows);
    if (entries.empty())
        m_rows->addWidget(
            secondLabel(tr("Nothing waits. What is pushed while the link is down stands here."), this));
    for (const vault::OutboxEntry &entry : entries)
        m_rows->addWidget(row(entry));
    adjustSize();
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
    const QString title = entry.title.empty() ? fromText(entry.number) : fromText(entry.title);
    words->addWidget(boldLabel(title, row));
    auto *detail = secondLabel(entry.problem ? wordsOf(*entry.problem) : fromText(entry.number), row);
    detail->setWordWrap(true);
    words->addWidget(detail);
    auto *transfer = new TransferView(m_context, row);
    transfer->showOf(entry.operationId);
    words->addWidget(transfer);
    layout->addLayout(words, 1);
    if (entry.state == vault::OutboxState::Refused) {
        auto *again = new ActionButton(tr("Send again"), ButtonKind::Small, row);
        connect(again, &QPushButton::clicked, this,
            [this, id = entry.operationId] { (void)m_context.vault.retry(id); });
        layout->addWidget(again);
        if (entry.kind == "case.submit") {
            auto *back = new ActionButton(tr("Back to the form"), ButtonKind::Small, row);
            connect(back, &QPushButton::clicked, this,
                [this, id = entry.operationId] { (void)m_context.vault.takeBack(id); });
            layout->addWidget(back);
        }
    }
    return row;
}

} // namespace quanke::desk
