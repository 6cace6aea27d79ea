#pragma once

#include "link/gatewayclient.h"
#include "vault/document.h"

#include <QByteArray>
#include <QObject>
#include <QString>

namespace quanke::link {

/// Brings documents to the gateway (tus 1.0: creation, then pieces of 256 KiB from the offset the gateway holds). A
/// doubled creation is harmless: an upload nobody finishes expires, and the same digest is one document.
class Uploader : public QObject {
    Q_OBJECT

public:
    explicit Uploader(GatewayClient &client, QObject *parent = nullptr);

    /// `bytes` are the document's, whole. A piece whose answer is lost is asked about, and sending goes on from what the
    /// gateway has. Fails as the client does, and with document.digest-mismatch when the bytes are not what they are
    /// said to be.
    Promised<Done> upload(const vault::StoredDocument &document, const QByteArray &bytes);

Q_SIGNALS:
    void progress(const QString &sha256, quint64 sent, quint64 total);

private:
    GatewayClient &m_client;
};

} // namespace quanke::link
