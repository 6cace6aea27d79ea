#pragma once

#include "link/uploader.h"

#include <functional>

namespace quanke::link {

/// An operation ready to leave: its very bytes and the documents that go before it.
struct Departure {
    std::string operationId;
    std::string bytes;
    std::vector<vault::StoredDocument> documents;
    std::function<Promised<QByteArray>(const vault::StoredDocument &)>
        read; ///< the plain bytes of a document
    std::function<void(const vault::StoredDocument &)> uploaded; ///< told after each; may be empty
    std::function<void()> sending; ///< told before the operation itself goes; may be empty
};

/// The wire part of pushing, without a queue: documents first, one after another, then the operation; once.
class OperationSender : public QObject {
    Q_OBJECT

public:
    explicit OperationSender(GatewayClient &client, QObject *parent = nullptr);

    Promised<wire::Receipt> send(Departure departure);

Q_SIGNALS:
    void progress(const QString &sha256, quint64 sent, quint64 total);

private:
    GatewayClient &m_client;
    Uploader m_uploader;
};

} // namespace quanke::link
