#pragma once

#include "faults/gateway/gatewaypromises.h"
#include "faults/gateway/gatewaystory.h"

#include <QTemporaryDir>

#include <optional>

namespace quanke::faults {

/// A gateway's store where people have signed in already, to be copied for every story with a fault.
class GatewayFolder {
public:
    GatewayFolder();

    QString trouble() const { return m_trouble; } ///< empty when it could be made
    /// A gateway works on a copy with this fault. What is broken then; see TryFault.
    std::optional<QString> tellWithFault(const QString &fault) const;

private:
    QTemporaryDir m_folder;
    QString m_trouble;
    test::Definitions m_definitions = test::Definitions::load();
    std::map<std::string, std::string> m_tokens;
    std::vector<std::string> m_promises;
};

/// With all that is in it. False when there is no room.
[[nodiscard]] bool copyFolder(const QString &from, const QString &to);

} // namespace quanke::faults
