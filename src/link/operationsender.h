#pragma once

#include "link/transfer.h"
#include "link/uploader.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quanke::link {

/// An operation ready to leave: its very bytes and the documents that go before it.
struct Departure {
    std::string operationId;
    std::string bytes;
    std::vector<vault::StoredDocument> documents;
    std::function<QFuture<Result<QByteArray>>(const vault::StoredDocument &)> read; ///< the plain bytes
    std::function<void(const vault::StoredDocument &)> uploaded; ///< told after each; may be empty
    std::function<void()> sending; ///< told before the operation itself goes; may be empty
};

/// The wire part of pushing, without a queue: documents first, one after another, then the operation; once. Whether to
/// try again is the caller's to say; trying again is always right, since both are known by their content.
class OperationSender : public QObject {
    Q_OBJECT

public:
    explicit OperationSender(GatewayClient &client, QObject *parent = nullptr);

    /// The receipt, its signature checked by the session's key; also of what came late and is kept beside the case
    /// (case.conflict): how the case stands is told by the case. Fails as reading, uploading and putting do, and with
    /// link.bad-receipt.
    Promised<wire::Receipt> send(Departure departure);
    /// The departure whose documents are still on their way ends with upload.set-aside; what has arrived stays there.
    void setAside();
    bool isUploading() const { return m_uploading != nullptr; }

Q_SIGNALS:
    void progress(const quanke::link::Transfer &transfer);

private:
    struct Journey;
    using Shared = std::shared_ptr<Journey>;

    void uploadNext(const Shared &journey);
    void tell(const Journey &journey, std::uint64_t ofThisOne);
    void put(const Shared &journey);
    bool isSigned(const wire::Receipt &receipt, const Journey &journey) const;

    GatewayClient &m_client;
    Uploader m_uploader;
    Shared m_uploading; ///< the journey that brings documents
};

} // namespace quanke::link
