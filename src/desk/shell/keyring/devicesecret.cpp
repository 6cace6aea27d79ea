#include "desk/shell/keyring/devicesecret.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace quanke::desk {

namespace {

constexpr std::size_t secretSize = 32;

QString service()
{
    return QStringLiteral("Quanke");
}

} // namespace

DeviceSecret::DeviceSecret(const QString &dataFolder, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_entry(QFileInfo(dataFolder).canonicalFilePath())
    , m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, this, [this] { answer(nullptr); });
}

void DeviceSecret::fetch()
{
    m_isAwaited = true;
    m_patience->start();
    read(WhenMissing::Make);
}

void DeviceSecret::read(WhenMissing whenMissing)
{
    auto *job = new QKeychain::ReadPasswordJob(service()); // deletes itself, and not before its answer
    job->setKey(m_entry);
    connect(job, &QKeychain::Job::finished, this, [this, job, whenMissing] {
        if (job->error() == QKeychain::EntryNotFound && whenMissing == WhenMissing::Make) {
            make();
            return;
        }
        QByteArray bytes = QByteArray::fromBase64(job->textData().toLatin1());
        const bool kept = job->error() == QKeychain::NoError && std::size_t(bytes.size()) == secretSize;
        answer(kept ? std::make_shared<const seal::SecretBytes>(
                   seal::SecretBytes::copyOf({bytes.constData(), secretSize}))
                    : nullptr);
        bytes.fill('\0');
    });
    job->start();
}

/// What is used is what is read back: nothing may be sealed with what the keyring did not keep.
void DeviceSecret::make()
{
    const auto secret = seal::SecretBytes::random(secretSize);
    auto *job = new QKeychain::WritePasswordJob(service()); // deletes itself, and not before its answer
    job->setKey(m_entry);
    job->setTextData(QString::fromLatin1(
        QByteArray::fromRawData(secret.view().data(), qsizetype(secret.size())).toBase64()));
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        if (job->error() == QKeychain::NoError)
            read(WhenMissing::GiveUp);
        else
            answer(nullptr);
    });
    job->start();
}

void DeviceSecret::answer(const std::shared_ptr<const seal::SecretBytes> &secret)
{
    if (!m_isAwaited)
        return; // the desk has gone on without it
    m_isAwaited = false;
    m_patience->stop();
    Q_EMIT fetched(secret);
}

} // namespace quanke::desk
