#pragma once

#include "vault/sql/database.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace quanke::vault {

/// The texts of the numbered files of migrations/, in their order: the first brings the store to version 1.
std::vector<QByteArray> ownMigrations();

/// Brings the store to the newest version, each step in one transaction. Before the first step of a store
/// that holds something, a copy is laid beside it in `backupFolder` ("vault-1-20261124T080000Z.db"); copies
/// older than a week go. Fails with vault.too-new ("version", "known") and touches nothing when a later
/// program has been here.
Result<Done> migrate(Database &database, const std::vector<QByteArray> &migrations,
    const QString &backupFolder, const QDateTime &now);

} // namespace quanke::vault
