#include "link/uploader.h"

#include "link/upload.h"

namespace quanke::link {

Uploader::Uploader(GatewayClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

Promised<Done> Uploader::upload(const vault::StoredDocument &document, const QByteArray &bytes)
{
    auto *upload = new Upload(m_client, m_rate, document, bytes, this);
    connect(upload, &Upload::progress, this,
        [this, sha256 = QString::fromStdString(document.sha256)](
            quint64 sent, quint64 total) { Q_EMIT progress(sha256, sent, total); });
    return upload->start();
}

void Uploader::setAside()
{
    for (auto *upload : findChildren<Upload *>(QString(), Qt::FindDirectChildrenOnly)) {
        upload->setAside();
    }
}

} // namespace quanke::link
