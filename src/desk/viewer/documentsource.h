#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QCache>
#include <QFuture>
#include <QObject>

#include <string>

namespace quanke::desk {

struct DeskContext;

/// Where a case's documents are read from: this desk's vault if it holds them, else the gateway. What was
/// read lately is kept in memory (never on disk, where it would lie in the clear).
class DocumentSource : public QObject {
    Q_OBJECT
public:
    explicit DocumentSource(const DeskContext &context, QObject *parent = nullptr);

    /// The plain bytes. Fails as Vault::readDocument and GatewayClient::document do.
    QFuture<Result<QByteArray>> bytes(const std::string &caseId, const std::string &sha256);

private:
    void keep(const std::string &sha256, const Result<QByteArray> &bytes);

    const DeskContext &m_context;
    QCache<QString, QByteArray> m_kept; ///< by digest; cost in KiB
};

} // namespace quanke::desk
