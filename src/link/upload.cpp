#include "link/upload.h"

#include "vault/whenready.h"

#include <algorithm>
#include <utility>

namespace quanke::link {

namespace {

constexpr std::uint64_t pieceLength = 256 * 1024;
constexpr int mostRecoveries = 2;

QByteArray metadataOf(const vault::StoredDocument &document)
{
    const auto pair = [](const char *name, const std::string &value) {
        return QByteArray(name) + ' ' + QByteArray::fromStdString(value).toBase64();
    };
    return pair("sha256", document.sha256) + ',' + pair("mediaType", document.meta.mediaType) + ','
        + pair("name", document.meta.name);
}

int statusOf(const Failure &failure)
{
    return failure.arguments.is_object() ? failure.arguments.value("status", 0) : 0;
}

} // namespace

Upload::Upload(
    GatewayClient &client, const vault::StoredDocument &document, QByteArray bytes, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_document(document)
    , m_bytes(std::move(bytes))
{
}

Promised<Done> Upload::start()
{
    m_promise.start();
    create();
    return m_promise.future();
}

void Upload::create()
{
    whenReady(m_client.createUpload(total(), metadataOf(m_document)), this,
        [this](const Result<UploadPlace> &place) {
            if (!place) {
                settle(place.failure());
                return;
            }
            m_url = place->url;
            m_offset = std::min(place->offset, total());
            sendPiece();
        });
}

void Upload::sendPiece()
{
    const auto piece = m_bytes.mid(qsizetype(m_offset), qsizetype(std::min(pieceLength, total() - m_offset)));
    whenReady(m_client.appendToUpload(m_url, m_offset, piece), this,
        [this](const Result<std::uint64_t> &reached) { take(reached); });
}

void Upload::take(const Result<std::uint64_t> &reached)
{
    if (!reached) {
        recover(reached.failure());
        return;
    }
    if (*reached <= m_offset && m_offset < total()) {
        settle(Failure{"link.not-gateway", {{"member", "Upload-Offset"}}}); // it would go on for ever
        return;
    }
    m_offset = std::min(*reached, total());
    m_recoveries = 0;
    Q_EMIT progress(m_offset, total());
    if (m_offset == total()) {
        settle(Done{});
    } else {
        sendPiece();
    }
}

/// A piece did not arrive, or its answer did not: the gateway knows how far it came.
void Upload::recover(const Failure &failure)
{
    const bool mayGoOn = failure.key == "link.unreachable" || failure.key == "link.timeout"
        || failure.key == "upload.offset-mismatch" || failure.key == "upload.superseded"
        || failure.key == "upload.interrupted";
    if (mayGoOn && m_recoveries < mostRecoveries) {
        ++m_recoveries;
        ask(failure);
    } else if (failure.key == "upload.unknown" && m_recoveries < mostRecoveries) {
        ++m_recoveries;
        create(); // it expired
    } else {
        settle(failure);
    }
}

void Upload::ask(const Failure &why)
{
    whenReady(m_client.uploadOffset(m_url), this, [this, why](const Result<std::uint64_t> &reached) {
        if (reached && *reached <= total()) {
            // Also when all of it is there: an empty piece brings the verdict that was lost.
            m_offset = *reached;
            sendPiece();
        } else if (!reached && (statusOf(reached.failure()) == 404 || statusOf(reached.failure()) == 410)) {
            create(); // finished meanwhile, or expired; the same digest is one document
        } else {
            settle(reached ? why : reached.failure());
        }
    });
}

void Upload::settle(Result<Done> result)
{
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace quanke::link
