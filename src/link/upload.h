#pragma once

#include "link/gatewayclient.h"
#include "link/transferrate.h"
#include "vault/document.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QPromise>
#include <QUrl>

#include <map>

namespace quanke::link {

/// One document on its way. Deletes itself when it is settled.
class Upload : public QObject {
    Q_OBJECT

public:
    /// The rate is shared by all uploads of a link and outlives them.
    Upload(GatewayClient &client, TransferRate &rate, vault::StoredDocument document, QByteArray bytes,
        QObject *parent);

    Promised<Done> start();
    /// Settles with upload.set-aside; what has arrived need not be sent again.
    void setAside();

Q_SIGNALS:
    void progress(quint64 sent, quint64 total);

private:
    /// Pieces under way, by their first byte.
    struct Piece {
        std::uint64_t length = 0;
        QFuture<Result<std::uint64_t>> answer;
    };

    void create();
    void goOnFrom(std::uint64_t offset);
    void fill();
    void send(std::uint64_t begin, std::uint64_t length);
    void take(std::uint64_t begin, const Result<std::uint64_t> &reached);
    void takeArrived(std::uint64_t reached);
    void recover(const Failure &failure);
    void ask(const Failure &why);
    void abandonPieces();
    void settle(Result<Done> result);
    std::uint64_t total() const { return std::uint64_t(m_bytes.size()); }

    GatewayClient &m_client;
    TransferRate &m_rate;
    vault::StoredDocument m_document;
    QByteArray m_bytes;
    QPromise<Result<Done>> m_promise;
    QUrl m_url;
    std::map<std::uint64_t, Piece> m_pieces;
    QElapsedTimer m_sinceLast; ///< piece that arrived, or since sending began
    std::uint64_t m_offset = 0; ///< what the gateway has
    std::uint64_t m_next = 0; ///< what is sent next
    int m_recoveries = 0; ///< since the last piece that arrived
    bool m_isSettled = false;
};

} // namespace quanke::link
