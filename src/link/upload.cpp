#include "link/upload.h"

#include "vault/whenready.h"

#include <algorithm>
#include <utility>

namespace quanke::link {

namespace {

constexpr int mostRecoveries = 3;

QByteArray metadataOf(const vault::StoredDocument &document)
{
    const auto pair = [](const char *name, const std::string &value) {
        return QByteArray(name) + ' ' + QByteArray::fromStdString(value).toBase64();
    };
    return pair("sha256", document.sha256) + ',' + pair("mediaType", document.meta.mediaType) + ','
        + pair("name", document.meta.name) + ",resume";
}

int statusOf(const Failure &failure)
{
    return failure.arguments.is_object() ? failure.arguments.value("status", 0) : 0;
}

} // namespace

Upload::Upload(GatewayClient &client, TransferRate &rate, vault::StoredDocument document, QByteArray bytes,
    QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_rate(rate)
    , m_document(std::move(document))
    , m_bytes(std::move(bytes))
{
}

Promised<Done> Upload::start()
{
    m_promise.start();
    create();
    return m_promise.future();
}

void Upload::setAside()
{
    settle(Failure{"upload.set-aside"});
}

/// Where this operator began to send the same before, the gateway says how far it came.
void Upload::create()
{
    whenReady(m_client.createUpload(total(), metadataOf(m_document)), this,
        [this](const Result<UploadPlace> &place) {
            if (m_isSettled) {
                return;
            }
            if (!place) {
                settle(place.failure());
                return;
            }
            m_url = place->url;
            goOnFrom(std::min(place->offset, total()));
        });
}

void Upload::goOnFrom(std::uint64_t offset)
{
    m_offset = offset;
    m_next = offset;
    m_sinceLast.start();
    if (m_offset > 0) {
        Q_EMIT progress(m_offset, total()); // of what was begun before
    }
    if (m_offset == total()) {
        send(m_offset, 0); // all of it is there: an empty piece brings the verdict that was lost
    } else {
        fill();
    }
}

void Upload::fill()
{
    const auto length = m_rate.pieceLength(total());
    while (m_next < total() && int(m_pieces.size()) < m_rate.piecesAtOnce()) {
        send(m_next, std::min(length, total() - m_next));
    }
}

void Upload::send(std::uint64_t begin, std::uint64_t length)
{
    m_next = std::max(m_next, begin + length);
    auto answer = m_client.appendToUpload(m_url, begin, m_bytes.mid(qsizetype(begin), qsizetype(length)));
    m_pieces[begin] = {length, answer};
    whenReady(answer, this, [this, begin](const Result<std::uint64_t> &reached) { take(begin, reached); });
}

void Upload::take(std::uint64_t begin, const Result<std::uint64_t> &reached)
{
    const auto piece = m_pieces.extract(begin);
    if (m_isSettled || !piece) {
        return;
    }
    const auto length = piece.mapped().length;
    if (!reached && reached.failure().key == "upload.checksum-mismatch" && m_recoveries < mostRecoveries) {
        ++m_recoveries;
        send(begin, length); // altered on its way; those behind it wait at the gateway
    } else if (!reached) {
        recover(reached.failure());
    } else if (*reached != begin + length) {
        settle(Failure{"link.not-gateway", {{"member", "Upload-Offset"}}}); // it would go on for ever
    } else {
        takeArrived(*reached);
    }
}

void Upload::takeArrived(std::uint64_t reached)
{
    m_recoveries = 0;
    if (reached > m_offset) {
        m_rate.arrived(reached - m_offset, std::chrono::nanoseconds(m_sinceLast.nsecsElapsed()));
        m_sinceLast.start();
        m_offset = reached;
        Q_EMIT progress(m_offset, total());
    }
    if (reached == total()) {
        settle(Done{});
    } else {
        fill();
    }
}

/// A piece did not arrive, or its answer did not: the gateway knows how far it came.
void Upload::recover(const Failure &failure)
{
    const bool wasCut = failure.key == "link.unreachable" || failure.key == "link.timeout"
        || failure.key == "upload.interrupted";
    const bool mayGoOn =
        wasCut || failure.key == "upload.offset-mismatch" || failure.key == "upload.superseded";
    if (wasCut) {
        m_rate.lost();
    }
    abandonPieces();
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
        if (m_isSettled) {
            return;
        }
        if (reached && *reached <= total()) {
            goOnFrom(*reached);
        } else if (!reached && (statusOf(reached.failure()) == 404 || statusOf(reached.failure()) == 410)) {
            create(); // finished meanwhile, or expired; the same digest is one document
        } else {
            settle(reached ? why : reached.failure());
        }
    });
}

void Upload::abandonPieces()
{
    for (auto &[begin, piece] : std::exchange(m_pieces, {})) {
        piece.answer.cancel();
    }
}

void Upload::settle(Result<Done> result)
{
    if (std::exchange(m_isSettled, true)) {
        return;
    }
    abandonPieces();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace quanke::link
