#include "desk/viewer/documentsource.h"

#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "link/gatewayclient.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <QPromise>

#include <memory>

namespace quanke::desk {

namespace {

constexpr int mostKept = 64 * 1024;

using Bytes = Result<QByteArray>;

void finish(QPromise<Bytes> &promise, const Bytes &bytes)
{
    promise.addResult(bytes);
    promise.finish();
}

} // namespace

DocumentSource::DocumentSource(const DeskContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_kept(mostKept)
{
}

QFuture<Bytes> DocumentSource::bytes(const std::string &caseId, const std::string &sha256)
{
    const auto promise = std::make_shared<QPromise<Bytes>>();
    promise->start();
    if (const QByteArray *kept = m_kept.object(fromText(sha256))) {
        finish(*promise, *kept);
        return promise->future();
    }
    whenReady(m_context.vault.readDocument(caseId, sha256), this, [this, promise, sha256](const Bytes &own) {
        if (own) {
            keep(sha256, own);
            finish(*promise, own);
            return;
        }
        whenReady(m_context.gateway.document(sha256), this, [this, promise, sha256](const Bytes &bytes) {
            keep(sha256, bytes);
            finish(*promise, bytes);
        });
    });
    return promise->future();
}

void DocumentSource::keep(const std::string &sha256, const Bytes &bytes)
{
    if (bytes)
        m_kept.insert(fromText(sha256), new QByteArray(*bytes), int(bytes->size() / 1024) + 1);
}

} // namespace quanke::desk
