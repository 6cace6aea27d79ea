#pragma once

#include "link/gatewayclient.h"
#include "link/transferrate.h"
#include "vault/document.h"

#include <QByteArray>
#include <QObject>
#include <QString>

namespace quanke::link {

/// Brings documents to the gateway (tus 1.0: creation, then pieces with checksums from the offset the gateway holds, as large
/// and as many at once as the line bears). What was begun before, by this desk or before it was started again, is gone on
/// with. A doubled creation is harmless: an upload nobody finishes expires, and the same digest is one document.
class Uploader : public QObject {
    Q_OBJECT

public:
    explicit Uploader(GatewayClient &client, QObject *parent = nullptr);

    /// `bytes` are the document's, whole. A piece whose answer is lost is asked about, and sending goes on from what the
    /// gateway has; one that was altered on its way is sent again. Fails as the client does, with upload.set-aside, and with
    /// document.digest-mismatch when the bytes are not what they are said to be.
    Promised<Done> upload(const vault::StoredDocument &document, const QByteArray &bytes);
    /// What is under way ends with upload.set-aside: something else is to have the line.
    void setAside();
    /// Of this link lately; 0 while nothing is known.
    double bytesPerSecond() const { return m_rate.bytesPerSecond(); }
    std::chrono::milliseconds patience() const { return m_rate.patience(); }

Q_SIGNALS:
    void progress(const QString &sha256, quint64 sent, quint64 total);

private:
    GatewayClient &m_client;
    TransferRate m_rate;
};

} // namespace quanke::link
