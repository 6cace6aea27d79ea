#pragma once

#include "trace/head.h"

#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::vault {

/// The traces in a store of ours, a desk's or a gateway's, read as they lie there while nobody works with it; nothing is
/// changed. Needs a QCoreApplication.
class StoredTrace {
public:
    /// Fails: file.missing, file.unreadable ("path"), trace.store-in-use ("path"; a gateway's or desk's process has it),
    /// trace.none ("path": there are no traces in it).
    static Result<std::unique_ptr<StoredTrace>> open(const QString &file);
    ~StoredTrace();
    StoredTrace(const StoredTrace &) = delete;
    StoredTrace &operator=(const StoredTrace &) = delete;

    /// A gateway's own chain, and those of desks that it was brought, as its lines say; a desk's own.
    const std::vector<std::string> &chains() const { return m_chains; }
    /// Whether that one would lie here too, though none of its lines do.
    bool mayHold(const std::string &chain) const;
    /// Whatever is signed of any chain.
    const std::vector<trace::Head> &heads() const { return m_heads; }
    /// The gateway's public key as a desk was told it, base64; empty in a gateway's own.
    const std::string &key() const { return m_key; }
    /// The lines of a chain, in their order. Fails with file.unreadable.
    Result<Done> read(const std::string &chain, const std::function<void(std::string_view)> &take) const;

private:
    explicit StoredTrace(QString file);
    Result<Done> look();

    QString m_file;
    QString m_connection;
    bool m_isGateway = false;
    std::vector<std::string> m_chains;
    std::vector<trace::Head> m_heads;
    std::string m_key;
};

} // namespace quanke::vault
