#include "desk/casepart/transferview.h"

#include "desk/common/deskcontext.h"
#include "desk/common/progressstrip.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/textroles.h"
#include "link/pusher.h"
#include "vault/vault.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

/// "2.1 MB", in both languages.
QString sizeWords(double bytes)
{
    return QLocale(QLocale::English).formattedDataSize(qint64(bytes), 1, QLocale::DataSizeTraditionalFormat);
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
    constexpr int whole = 1000;
    m_strip->setProgress(transfer->total > 0 ? int(transfer->sent * whole / transfer->total) : 0, whole);
    const QString done =
        tr("%1 of %2 sent").arg(sizeWords(double(transfer->sent)), sizeWords(double(transfer->total)));
    const auto left = transfer->left();
    if (!left) {
        m_words->setText(done);
        return;
    }
    const int seconds = int(left->count());
    const QString time =
        seconds < 90 ? tr("%n s", nullptr, seconds) : tr("%n min", nullptr, (seconds + 59) / 60);
    m_words->setText(
        tr("%1, %2 a second, about %3 left").arg(done, sizeWords(transfer->bytesPerSecond), time));
}

} // namespace quanke::desk
