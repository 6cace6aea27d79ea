#include "desk/counter/push/receiptpage.h"

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "desk/casepart/transferview.h"
#include "desk/common/actionbutton.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/elidedlabel.h"
#include "desk/common/panehead.h"
#include "desk/common/statuslight.h"
#include "desk/common/words.h"
#include "desk/counter/push/noticepreview.h"
#include "desk/counter/push/parcel.h"
#include "desk/counter/push/receiptcontent.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "link/linkmonitor.h"
#include "vault/vault.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace quanke::desk {

namespace {

constexpr int sideWidth = 420;

} // namespace

ReceiptPage::ReceiptPage(const DeskContext &context, CaseSession &session, QWidget *parent)
    : CounterPage(parent)
    , m_context(context)
    , m_session(session)
    , m_preview(new NoticePreview(
          [this](const char *act) { return m_context.vault.note(act, m_session.caseId()); }, this))
    , m_number(new PaneHead(this))
    , m_sending(new StatusLight(this))
    , m_transfer(new TransferView(context, this))
    , m_dueDates(new QScrollArea(this))
    , m_foot(new BottomBar(this))
{
    m_preview->setObjectName(QStringLiteral("receiptScrollArea"));
    m_preview->setAccessibleName(tr("Receipt"));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_preview, 1);
    row->addWidget(makeSide());
    makeFoot();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row, 1);
    layout->addWidget(m_foot);
    connect(&context.vault, &vault::Vault::outboxChanged, this, &ReceiptPage::lookAtOutbox);
    for (const auto signal : {&CaseSession::opened, &CaseSession::closed})
        connect(&session, signal, this, &CounterPage::stateChanged);
    connect(&session, &CaseSession::stepChanged, this, &CounterPage::stateChanged);
}

QWidget *ReceiptPage::makeSide()
{
    auto *side = new Pane(Qt::LeftEdge, this);
    side->setFixedWidth(scaled(sideWidth));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(scaled(16), scaled(14), scaled(16), scaled(14));
    layout->setSpacing(scaled(10));
    m_number->setObjectName(QStringLiteral("caseNumberPaneHead"));
    layout->addWidget(m_number);
    m_sending->setObjectName(QStringLiteral("sendingStatusLight"));
    m_sending->setPlate(true);
    layout->addWidget(m_sending, 0, Qt::AlignLeft);
    QSizePolicy keepsItsRoom = m_transfer->sizePolicy(); // the dates below stay where one reads them
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_transfer->setSizePolicy(keepsItsRoom);
    layout->addWidget(m_transfer);
    layout->addWidget(new Line(Qt::Horizontal, side));
    layout->addWidget(boldLabel(tr("Due dates"), side));
    m_dueDates->setFrameShape(QFrame::NoFrame);
    m_dueDates->setWidgetResizable(true);
    layout->addWidget(m_dueDates, 1);
    layout->addWidget(
        secondLabel(tr("Working days by calendar %1").arg(fromText(m_context.calendar->version())), side));
    return side;
}

void ReceiptPage::makeFoot()
{
    auto *print = new ActionButton(tr("Print"), ButtonKind::Normal, this);
    print->setObjectName(QStringLiteral("printReceiptButton"));
    print->setSymbol(Symbol::Print);
    print->setKeys(Qt::CTRL | Qt::Key_P);
    connect(print, &QPushButton::clicked, m_preview, &NoticePreview::print);
    auto *save = new ActionButton(tr("PDF"), ButtonKind::Normal, this);
    save->setObjectName(QStringLiteral("savePdfButton"));
    save->setSymbol(Symbol::Save);
    save->setKeys(Qt::CTRL | Qt::Key_S);
    connect(
        save, &QPushButton::clicked, this, [this] { m_preview->savePdf(m_shown + QStringLiteral(".pdf")); });
    auto *next = new ActionButton(tr("Next applicant"), ButtonKind::Primary, this);
    next->setObjectName(QStringLiteral("nextApplicantButton"));
    next->setSymbol(Symbol::Forward);
    next->setKeys(Qt::Key_Return);
    connect(next, &QPushButton::clicked, this, &ReceiptPage::goOn);
    m_foot->addRight(print);
    m_foot->addRight(save);
    m_foot->addRightLine();
    m_foot->addRight(next);
    connect(m_preview, &NoticePreview::written, this,
        [this](const QString &path) { m_foot->setSecondText(tr("Written to %1").arg(path)); });
    connect(m_preview, &NoticePreview::failed, this,
        [this](const Failure &failure) { m_foot->setSecondText(wordsOf(failure)); });
}

QString ReceiptPage::title() const
{
    return tr("Receipt");
}

StepState ReceiptPage::state() const
{
    const bool filed = m_session.isOpen() && !m_session.number().isEmpty();
    return {{}, false, filed};
}

void ReceiptPage::enter()
{
    if (m_shown != m_session.number())
        show();
    lookAtOutbox();
    m_preview->setFocus();
}

void ReceiptPage::show()
{
    m_shown = m_session.number();
    m_number->setTitle(m_shown);
    m_foot->setSecondText({});
    m_sending->show(Light::Promised, tr("On its way to the hall"));
    const notices::Texts texts = notices::textsOf(*m_context.catalogue, m_context.language);
    m_preview->show(notices::receipt(receiptContent(m_context, m_session, m_context.clock.now()), texts));
    showDueDates();
}

void ReceiptPage::showDueDates()
{
    auto *dates = new QWidget(m_dueDates);
    auto *grid = new QGridLayout(dates);
    grid->setContentsMargins(0, 0, scaled(8), 0);
    grid->setHorizontalSpacing(scaled(12));
    grid->setVerticalSpacing(scaled(6));
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    const Date today = dayInChina(m_context.clock.now());
    int row = 0;
    for (const Parcel &parcel : parcelsOf(m_context, m_session, today)) {
        auto *name = new ElidedLabel(dates);
        name->setText(textOf(m_context.catalogue->matter(parcel.matter)->shortName, m_context.language));
        name->setToolTip(parcel.department);
        grid->addWidget(name, row, 0);
        QLabel *due = secondLabel(dueWords(parcel, today), dates);
        due->setWordWrap(true);
        grid->addWidget(due, row, 1);
        ++row;
    }
    grid->setRowStretch(row, 1);
    m_dueDates->setWidget(dates); // the former case's go
    dates->show();
}

void ReceiptPage::lookAtOutbox()
{
    if (m_shown.isEmpty() || m_session.number().isEmpty())
        return;
    whenReady(m_context.vault.outbox(), this, [this](const Result<std::vector<vault::OutboxEntry>> &waiting) {
        if (waiting)
            showSending(*waiting);
    });
}

void ReceiptPage::showSending(const std::vector<vault::OutboxEntry> &waiting)
{
    const auto entry =
        std::find_if(waiting.begin(), waiting.end(), [this](const vault::OutboxEntry &candidate) {
            return candidate.caseId == m_session.caseId() && candidate.kind == "case.submit";
        });
    m_transfer->showOf(entry == waiting.end() ? std::string() : entry->operationId);
    if (entry == waiting.end())
        showStored();
    else if (entry->state == vault::OutboxState::Refused)
        m_sending->show(Light::Wrong, entry->problem ? wordsOf(*entry->problem) : tr("Refused by the hall"));
    else if (m_context.monitor.state() == link::LinkState::Online)
        m_sending->show(Light::Promised, tr("On its way to the hall"));
    else
        m_sending->show(Light::Offline, tr("Kept here, leaves by itself when the link is back"));
}

/// It waits no more: the hall has it, and whether its second copy has it too is told apart, or it was taken back.
void ReceiptPage::showStored()
{
    whenReady(m_context.vault.filedCases(m_session.caseId()), this,
        [this, caseId = m_session.caseId()](const Result<std::vector<vault::OutboxEntry>> &filed) {
            if (!filed || caseId != m_session.caseId())
                return;
            if (filed->empty())
                m_sending->show(Light::LookAtIt, tr("Taken back: it is among the drafts"));
            else if (filed->front().state == vault::OutboxState::Received)
                m_sending->show(Light::Ready, tr("Received by the hall, its backup is still to come"));
            else if (filed->front().state == vault::OutboxState::Durable)
                m_sending->show(Light::Ready, tr("Stored at the hall"));
        });
}

QList<QWidget *> ReceiptPage::panes() const
{
    return {m_preview, m_foot};
}

bool ReceiptPage::goOn()
{
    m_session.close();
    m_shown.clear();
    m_preview->clear();
    Q_EMIT stepWanted(Step::Find);
    return true;
}

} // namespace quanke::desk
