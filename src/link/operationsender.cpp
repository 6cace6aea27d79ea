#include "link/operationsender.h"

#include "seal/digest.h"
#include "seal/suite.h"
#include "seal/text.h"
#include "vault/whenready.h"

#include <QPromise>

#include <utility>

namespace quanke::link {

namespace {

/// What was kept beside the case is in the gateway's log as well, and its receipt comes with the problem.
Result<wire::Receipt> receiptIn(const Result<wire::Receipt> &answer)
{
    const bool isKept = !answer && answer.failure().key == "case.conflict"
        && answer.failure().arguments.is_object() && answer.failure().arguments.contains("receipt");
    return isKept ? wire::receiptFromJson(answer.failure().arguments["receipt"]) : answer;
}

} // namespace

/// One departure under way.
struct OperationSender::Journey {
    Departure departure;
    std::size_t uploaded = 0; ///< documents that have arrived
    bool isAside = false;
    QPromise<Result<wire::Receipt>> promise;

    void settle(Result<wire::Receipt> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

OperationSender::OperationSender(GatewayClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_uploader(client)
{
    connect(&m_uploader, &Uploader::progress, this, [this](const QString &, quint64 sent) {
        if (m_uploading) {
            tell(*m_uploading, sent);
        }
    });
}

Promised<wire::Receipt> OperationSender::send(Departure departure)
{
    const auto journey = std::make_shared<Journey>();
    journey->departure = std::move(departure);
    journey->promise.start();
    auto future = journey->promise.future();
    uploadNext(journey);
    return future;
}

void OperationSender::uploadNext(const Shared &journey)
{
    m_uploading.reset();
    if (journey->uploaded == journey->departure.documents.size()) {
        put(journey);
        return;
    }
    if (journey->isAside) {
        journey->settle(Failure{"upload.set-aside"});
        return;
    }
    m_uploading = journey;
    tell(*journey, 0);
    const auto document = journey->departure.documents[journey->uploaded];
    whenReady(
        journey->departure.read(document), this, [this, journey, document](const Result<QByteArray> &bytes) {
            if (!bytes || journey->isAside) {
                m_uploading.reset();
                journey->settle(bytes ? Failure{"upload.set-aside"} : bytes.failure());
                return;
            }
            whenReady(m_uploader.upload(document, *bytes), this,
                [this, journey, document](const Result<Done> &done) {
                    if (!done) {
                        m_uploading.reset();
                        journey->settle(done.failure());
                        return;
                    }
                    ++journey->uploaded;
                    if (journey->departure.uploaded) {
                        journey->departure.uploaded(document);
                    }
                    uploadNext(journey);
                });
        });
}

void OperationSender::setAside()
{
    if (m_uploading) {
        m_uploading->isAside = true;
        m_uploader.setAside();
    }
}

/// `ofThisOne`: bytes of the document under way.
void OperationSender::tell(const Journey &journey, std::uint64_t ofThisOne)
{
    Transfer transfer;
    transfer.operationId = QString::fromStdString(journey.departure.operationId);
    for (std::size_t i = 0; i < journey.departure.documents.size(); ++i) {
        transfer.total += journey.departure.documents[i].size;
        transfer.sent += i < journey.uploaded ? journey.departure.documents[i].size : 0;
    }
    transfer.sent += ofThisOne;
    transfer.bytesPerSecond = m_uploader.bytesPerSecond();
    transfer.patience = m_uploader.patience();
    Q_EMIT progress(transfer);
}

void OperationSender::put(const Shared &journey)
{
    if (journey->departure.sending) {
        journey->departure.sending();
    }
    const auto &[operationId, bytes, documents, read, uploaded, sending] = journey->departure;
    whenReady(m_client.putOperation(operationId, bytes), this,
        [this, journey](const Result<wire::Receipt> &answer) {
            const auto receipt = receiptIn(answer);
            const bool good = !receipt || isSigned(*receipt, *journey);
            journey->settle(good ? receipt : Failure{"link.bad-receipt"});
        });
}

bool OperationSender::isSigned(const wire::Receipt &receipt, const Journey &journey) const
{
    const auto signature = seal::fromBase64(receipt.signature);
    return receipt.operation == journey.departure.operationId
        && receipt.digest == seal::sha256(journey.departure.bytes) && signature
        && seal::isSignedBy(m_client.receiptKey(), wire::signedText(receipt), *signature);
}

} // namespace quanke::link
