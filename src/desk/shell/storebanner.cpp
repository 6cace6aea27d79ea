#include "desk/shell/storebanner.h"

#include "desk/common/actionbutton.h"
#include "desk/common/banner.h"
#include "desk/common/deskcontext.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

struct Words {
    QString title;
    QString detail;
};

Words wordsOfTrouble(const Failure &failure)
{
    if (failure.key == "vault.damaged")
        return {StoreBanner::tr("The store of this desk is damaged: nothing more is saved."),
            StoreBanner::tr("Note down what stands on the screen, close Quanke and open it again: it then "
                            "puts the damaged "
                            "store aside and brings back what was pushed.")};
    const QString stays =
        StoreBanner::tr("What you typed stays on the screen, and is saved by itself as soon as it can be.");
    if (failure.key == "vault.disk-full")
        return {StoreBanner::tr("The disk is full: this is not saved yet. Do not close Quanke."),
            StoreBanner::tr("Delete files that nobody needs, or call the administrator.") + QLatin1Char(' ')
                + stays};
    if (failure.key == "vault.read-only")
        return {StoreBanner::tr("The disk can only be read: this is not saved yet. Do not close Quanke."),
            StoreBanner::tr(
                "Call the administrator: the disk has been locked against writing, often because it fails.")
                + QLatin1Char(' ') + stays};
    return {StoreBanner::tr("The disk reports an error: this is not saved yet. Do not close Quanke."),
        StoreBanner::tr("Call the administrator.") + QLatin1Char(' ') + stays};
}

} // namespace

StoreBanner::StoreBanner(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_banner(new Banner(this))
    , m_again(new ActionButton(tr("Try again"), ButtonKind::Small, this))
    , m_little(500 * mebibyte)
    , m_least(100 * mebibyte)
{
    m_banner->setObjectName(QStringLiteral("storeBanner"));
    m_again->setObjectName(QStringLiteral("storeAgainButton"));
    m_banner->addAction(m_again);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    hide();
    connect(m_again, &QPushButton::clicked, this, &StoreBanner::tryAgain);
    connect(&context.vault, &vault::Vault::troubled, this, &StoreBanner::showTrouble);
    connect(&context.vault, &vault::Vault::recovered, this, &StoreBanner::settle);
    connect(&m_retry, &QTimer::timeout, this, &StoreBanner::tryAgain);
    connect(&m_look, &QTimer::timeout, this, &StoreBanner::look);
    m_retry.setInterval(std::chrono::seconds(3));
    m_look.start(std::chrono::seconds(10));
}

void StoreBanner::setLimits(qint64 little, qint64 least)
{
    m_little = little;
    m_least = least;
}

void StoreBanner::showTrouble(const Failure &failure)
{
    m_troubled = true;
    const Words words = wordsOfTrouble(failure);
    m_again->setVisible(failure.key != "vault.damaged");
    m_banner->show(Light::Wrong, words.title, words.detail);
    show();
    m_retry.start();
}

void StoreBanner::tryAgain()
{
    (void)m_context.vault.tryAgain(); // its signals tell
}

void StoreBanner::settle()
{
    m_troubled = false;
    m_retry.stop();
    hide();
    look();
}

void StoreBanner::look()
{
    whenReady(m_context.vault.roomLeft(), this, [this](const Result<qint64> &left) {
        if (left && !m_troubled)
            showRoom(*left);
    });
}

void StoreBanner::showRoom(qint64 left)
{
    setVisible(left < m_little);
    m_again->hide();
    const QString room = tr("%1 MB are left.").arg(left / mebibyte);
    if (left < m_least)
        m_banner->show(Light::Wrong, tr("The disk is almost full. Begin no new case."),
            room + QLatin1Char(' ') + tr("What was pushed goes on being sent. Call the administrator now."));
    else if (left < m_little)
        m_banner->show(Light::LookAtIt, tr("There is little room left on the disk."),
            room + QLatin1Char(' ') + tr("Delete files that nobody needs, or call the administrator."));
}

} // namespace quanke::desk
