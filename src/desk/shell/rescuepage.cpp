#include "desk/shell/rescuepage.h"

#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "desk/look/tokens.h"
#include "link/gatewayclient.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QFileDialog>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quanke::desk {

namespace {

QLabel *paragraph(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString nameOfFolder(const std::filesystem::path &folder)
{
    return QFile::decodeName(QByteArray::fromStdString(folder.string()));
}

QStringList texts(const std::vector<std::string> &names)
{
    QStringList all;
    for (const std::string &name : names)
        all << fromText(name);
    return all;
}

} // namespace

RescuePage::RescuePage(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_rescuer(context.vault, context.gateway)
    , m_title(paragraph("rescueTitleLabel", this))
    , m_what(paragraph("rescueWhatLabel", this))
    , m_held(paragraph("rescueHeldLabel", this))
    , m_lost(paragraph("rescueLostLabel", this))
    , m_place(paragraph("rescuePlaceLabel", this))
    , m_outcome(new Banner(this))
    , m_send(new ActionButton(tr("Send to the gateway"), ButtonKind::Primary, this))
    , m_copy(new ActionButton(tr("Copy to a stick …"), ButtonKind::Normal, this))
    , m_goOn(new ActionButton(tr("Go on"), ButtonKind::Quiet, this))
{
    setObjectName(QStringLiteral("rescuePage"));
    setAccessibleName(tr("Rescue"));
    m_outcome->setObjectName(QStringLiteral("rescueOutcomeBanner"));
    m_send->setObjectName(QStringLiteral("rescueSendButton"));
    m_send->setSymbol(Symbol::Send);
    m_copy->setObjectName(QStringLiteral("rescueCopyButton"));
    m_copy->setSymbol(Symbol::Save);
    m_goOn->setObjectName(QStringLiteral("rescueGoOnButton"));
    layOut();
    connect(m_send, &QPushButton::clicked, this, &RescuePage::send);
    connect(m_copy, &QPushButton::clicked, this, &RescuePage::chooseStick);
    connect(m_goOn, &QPushButton::clicked, this, &RescuePage::leave);
    connect(&context.gateway, &link::GatewayClient::sessionChanged, this, &RescuePage::showWay);
    connect(&m_rescuer, &link::Rescuer::finished, this, &RescuePage::take);
    connect(&m_rescuer, &link::Rescuer::progress, this, [this](int done, int whole) {
        m_outcome->show(Light::WaitsForResult, tr("Sending: %1 of %2").arg(done).arg(whole));
    });
}

void RescuePage::layOut()
{
    m_title->setFont(titleFont());
    useSecondText(m_place);
    m_place->setFont(smallFont());
    auto *box = new QVBoxLayout;
    box->setSpacing(scaled(12));
    for (QWidget *part :
        std::initializer_list<QWidget *>{m_title, m_what, m_held, m_lost, m_place, m_outcome}) {
        part->setFixedWidth(scaled(720)); // so that its height is known
        box->addWidget(part);
    }
    auto *buttons = new QHBoxLayout;
    for (ActionButton *button : {m_send, m_copy, m_goOn})
        buttons->addWidget(button);
    buttons->addStretch(1);
    box->addSpacing(scaled(4));
    box->addLayout(buttons);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(box);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(middle);
    layout->addStretch(3);
}

void RescuePage::showIfNeeded()
{
    whenReady(m_context.vault.asides(), this, [this](const Result<std::vector<spool::Aside>> &asides) {
        if (!asides) {
            Q_EMIT goOn();
            return;
        }
        const auto unseen = std::find_if(
            asides->begin(), asides->end(), [](const spool::Aside &aside) { return !aside.isSeen; });
        if (unseen == asides->end())
            Q_EMIT goOn();
        else
            look(*unseen);
    });
}

void RescuePage::look(const spool::Aside &aside)
{
    if (m_rescuer.isBusy()) {
        Q_EMIT needed(); // one after the other: what is shown here is what is being sent
        return;
    }
    m_aside = aside;
    m_folder = nameOfFolder(aside.folder);
    m_complete = false;
    m_isTold = aside.operations == 0;
    m_title->setText(tr("Rescue: the store of this desk was damaged"));
    m_what->setText(tr("It could not be opened any more and was put aside as it is; nothing was deleted. "
                       "A new, empty store has been begun: sign in once over the link, then go on working."));
    m_held->setText(tr(
        "%n operation(s) that had not been shown to have arrived at the gateway lie sealed beside it. Only "
        "the gateway can open them. Sending brings in those that it lacks; it takes none twice.",
        nullptr, int(aside.operations)));
    QString lost =
        tr("Forms that were not pushed yet are only in the damaged store. Take them in anew, or ask the "
           "administrator whether something can be got back.");
    if (aside.unreadable > 0)
        lost += QLatin1Char('\n')
            + tr("%n sealed operation(s) were altered on the disk or cannot be read.", nullptr,
                int(aside.unreadable));
    m_lost->setText(lost);
    m_held->show();
    m_lost->show();
    m_place->setText(tr("Put aside in %1").arg(m_folder));
    m_outcome->hide();
    showWay();
    Q_EMIT needed();
}

/// What is the one key now: signing in, sending, or going on.
void RescuePage::showWay()
{
    const bool nothing = m_complete || (m_aside && m_aside->operations == 0);
    const bool canSend = m_context.gateway.hasSession() && !nothing;
    m_send->setVisible(canSend);
    m_send->setEnabled(!m_rescuer.isBusy());
    m_copy->setVisible(m_aside && m_aside->operations > 0 && !m_complete);
    m_goOn->setKind(canSend ? ButtonKind::Quiet : ButtonKind::Primary);
    m_goOn->setText(m_context.session.isSignedIn() ? tr("Go on working") : tr("Sign in to send them"));
    if (nothing && !m_context.session.isSignedIn())
        m_goOn->setText(tr("Go on"));
    if (isVisible())
        (canSend ? m_send : m_goOn)->setFocus();
}

/// Not shown at every start from now on, where nothing more can be done about it.
void RescuePage::leave()
{
    if (m_aside && m_isTold && !m_aside->isSeen)
        (void)m_context.vault.markAsideSeen(*m_aside);
    Q_EMIT goOn();
}

void RescuePage::bringIn(const QString &folder)
{
    if (m_rescuer.isBusy()) {
        Q_EMIT needed();
        return;
    }
    m_aside.reset();
    m_folder = folder;
    m_complete = false;
    m_title->setText(tr("Bringing in a second copy"));
    m_what->setText(
        tr("What another desk sealed to the gateway is sent from here, with the papers that belong to it. "
           "What has arrived already is not taken twice."));
    m_held->hide();
    m_lost->hide();
    m_place->setText(folder);
    showWay();
    Q_EMIT needed();
    send();
}

void RescuePage::send()
{
    m_send->setEnabled(false);
    m_rescuer.start(m_folder);
}

void RescuePage::chooseStick()
{
    auto *dialog = new QFileDialog(this, m_copy->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &RescuePage::copyTo);
    dialog->open();
}

void RescuePage::copyTo(const QString &folder)
{
    if (!m_aside)
        return;
    whenReady(m_context.vault.copyAside(*m_aside, folder), this, [this](const Result<Done> &copied) {
        if (copied)
            m_outcome->show(Light::Done, tr("Copied."),
                tr("Take the stick to any desk of the hall that has the link: settings, bring in a second "
                   "copy."));
        else if (copied.failure().key == "spool.unreadable")
            m_outcome->show(Light::LookAtIt, tr("Copied, but not everything"),
                tr("The disk does not give these back: %1")
                    .arg(fromText(copied.failure().arguments.value("file", std::string()))));
        else
            m_outcome->show(Light::Wrong, tr("Not copied"), wordsOf(copied.failure()));
    });
}

void RescuePage::take(const link::Rescued &rescued)
{
    m_complete = rescued.isDurable() && (!m_aside || m_aside->unreadable == 0);
    // What is only received is brought once more: until then these are the second copies of it.
    m_isTold = !rescued.stopped && rescued.others == 0 && rescued.received == 0;
    if (!m_complete || !m_aside) {
        showEnd(rescued);
        return;
    }
    whenReady(m_context.vault.settleAside(*m_aside), this, [this, rescued](const Result<Done> &) {
        showEnd(rescued);
    }); // asked again at the next start otherwise
}

void RescuePage::showEnd(const link::Rescued &rescued)
{
    QStringList parts{tr("%n taken in now", nullptr, rescued.taken),
        tr("%n had arrived before", nullptr, rescued.wereHere)};
    if (rescued.received > 0)
        parts << tr("%n received by the hall, its backup is still to come: send once more after that",
            nullptr, rescued.received);
    if (rescued.others > 0)
        parts << tr("%n of other people: they sign in and send again", nullptr, rescued.others);
    if (rescued.refused > 0)
        parts << tr("%n refused: %1", nullptr, rescued.refused).arg(wordsOf(*rescued.refusal));
    if (!rescued.unreadable.empty())
        parts << tr("The disk does not give these back: %1").arg(listed(texts(rescued.unreadable)));
    if (rescued.stopped)
        parts << wordsOf(*rescued.stopped);
    const QString detail = listed(parts, Between::Remarks);
    if (rescued.found == 0 && rescued.unreadable.empty() && !rescued.stopped)
        m_outcome->show(Light::LookAtIt, tr("There is no second copy in this folder."));
    else if (m_complete)
        m_outcome->show(Light::Done, tr("Everything is at the gateway."), detail);
    else if (rescued.isComplete() && rescued.received > 0)
        m_outcome->show(
            Light::Promised, tr("Everything has arrived, the hall's backup is still to come."), detail);
    else
        m_outcome->show(Light::LookAtIt, tr("Not everything has arrived yet."), detail);
    showWay();
}

void RescuePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(palette()).window);
}

} // namespace quanke::desk
