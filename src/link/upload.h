#pragma once

#include "link/gatewayclient.h"
#include "vault/document.h"

#include <QByteArray>
#include <QObject>
#include <QPromise>
#include <QUrl>

namespace quanke::link {

/// One document on its way. Deletes itself when it is settled.
class Upload : public QObject {
    Q_OBJECT

public:
    Upload(GatewayClient &client, const vault::StoredDocument &document, QByteArray bytes, QObject *parent);

    Promised<Done> start();

Q_SIGNALS:
    void progress(quint64 sent, quint64 total);

private:
    void create();
    void sendPiece();
    void take(const Result<std::uint64_t> &reached);
    void recover(const Failure &failure);
    void ask(const Failure &why);
    void settle(Result<Done> result);
    std::uint64_t total() const { return std::uint64_t(m_bytes.size()); }

    GatewayClient &m_client;
    vault::StoredDocument m_document;
    QByteArray m_bytes;
    QPromise<Result<Done>> m_promise;
    QUrl m_url;
    std::uint64_t m_offset = 0;
    int m_recoveries = 0; ///< since the last piece that arrived
};

} // namespace quanke::link
