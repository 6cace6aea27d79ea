#pragma once

#include "seal/secretbytes.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

class QTimer;

namespace quanke::desk {

/// What this machine keeps beside its disk for the store of a desk (vault::VaultSetup::deviceSecret): 32 random bytes in the
/// keyring of who is signed in to the machine (freedesktop's Secret Service, KWallet), made when first asked for. Never in
/// a file of ours: a machine without a keyring has none.
class DeviceSecret : public QObject {
    Q_OBJECT

public:
    /// An entry of its own for each data folder. A keyring that asks its owner something is waited for that long.
    DeviceSecret(const QString &dataFolder, std::chrono::milliseconds patience, QObject *parent = nullptr);

    void fetch();

Q_SIGNALS:
    /// Once for each fetch; null when the machine keeps none, or does not give it out.
    void fetched(const std::shared_ptr<const quanke::seal::SecretBytes> &secret);

private:
    enum class WhenMissing { Make, GiveUp };

    void read(WhenMissing whenMissing);
    void make();
    void answer(const std::shared_ptr<const seal::SecretBytes> &secret);

    QString m_entry;
    QTimer *m_patience = nullptr;
    bool m_isAwaited = false;
};

} // namespace quanke::desk
