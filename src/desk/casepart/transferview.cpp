#include "desk/casepart/transferview.h"

#include "desk/common/deskcontext.h"
#include "desk/common/progressstrip.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "link/pusher.h"
#include "vault/vault.h"

#include <QLabel>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

/// In steps, so that it does not flicker while it goes down.
QString timeWords(std::chrono::seconds left)
{
    constexpr int exactBelow = 10;
    constexpr int step = 5;
    constexpr int minutesFrom = 90;
    const int seconds = int(left.count());
    if (seconds >= minutesFrom)
        return TransferView::tr("%n min", nullptr, (seconds + 59) / 60);
    return TransferView::tr(
        "%n s", nullptr, seconds < exactBelow ? seconds : (seconds + step - 1) / step * step);
}

} // namespace

TransferView::TransferView(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_strip(new ProgressStrip(this))
    , m_words(secondLabel({}, this))
{
    setObjectName(QStringLiteral("transferView"));
    m_words->setObjectName(QStringLiteral("transferLabel"));
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(4), 0, 0);
    layout->setSpacing(scaled(2));
    layout->addWidget(m_strip);
    layout->addWidget(m_words);
    setVisible(false);
    connect(&context.pusher, &link::Pusher::progress, this, &TransferView::refresh);
    connect(&context.pusher, &link::Pusher::hangingChanged, this, &TransferView::refresh);
    connect(&context.pusher, &link::Pusher::transferEnded, this, &TransferView::refresh);
    connect(&context.vault, &vault::Vault::outboxChanged, this, &TransferView::refresh);
}

void TransferView::showOf(const std::string &operationId)
{
    m_operation = fromText(operationId);
    refresh();
}

void TransferView::refresh()
{
    const auto &transfer = m_context.pusher.transfer();
    const bool isOurs = transfer && !m_operation.isEmpty() && transfer->operationId == m_operation;
    setVisible(isOurs);
    if (!isOurs)
        return;
    m_strip->setProgress(double(transfer->sent), double(transfer->total));
    m_words->setText(words());
}

QString TransferView::words() const
{
    const auto &transfer = *m_context.pusher.transfer();
    QString done =
        tr("%1 of %2 sent").arg(sizeWords(double(transfer.sent)), sizeWords(double(transfer.total)));
    if (transfer.sent == transfer.total)
        return tr("All %1 sent, the hall is storing it").arg(sizeWords(double(transfer.total)));
    if (m_context.pusher.hangs())
        return tr("%1, the line hangs; it goes on by itself").arg(done);
    const auto left = transfer.left();
    if (!left)
        return done;
    return tr("%1, %2/s, about %3 left").arg(done, sizeWords(transfer.bytesPerSecond), timeWords(*left));
}

} // namespace quanke::desk
