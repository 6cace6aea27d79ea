#pragma once

#include "link/gatewayclient.h"
#include "vault/document.h"

namespace quanke::link {

/// Brings one document to the gateway (tus 1.0: creation, then pieces of 256 KiB from the offset the gateway
/// holds). Doubled creations are harmless: an upload nobody finishes expires, and the same digest is one
/// document.
class Uploader : public QObject {
    Q_OBJECT

public:
    Uploader(GatewayClient &client, QObject *parent = nullptr);

    /// Fails as the client does; after a lost answer it asks for the offset and goes on from there.
    Promised<Done> upload(const vault::StoredDocument &document, const QByteArray &bytes);

Q_SIGNALS:
    void progress(const QString &sha256, quint64 sent, quint64 total);

private:
    GatewayClient &m_client;
};

} // namespace quanke::link
