#include "vault/store.h"

#include "vault/sealedfile.h"
#include "vault/sql/migration.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace quanke::vault {

namespace {

/// The gateway's epoch as it was last told.
const auto epochSetting = std::string("gateway.epoch");

} // namespace

Result<std::unique_ptr<Store>> Store::open(const VaultSetup &setup)
{
    const QString documentFolder = setup.folder + QStringLiteral("/documents");
    const QString path = setup.folder + QStringLiteral("/vault.db");
    for (const QString &folder : {setup.folder, documentFolder}) {
        if (auto made = makeFolder(folder); !made) {
            return made.failure();
        }
        // Somebody else may have made it, for everybody.
        if (!QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
            return Failure{"vault.io", {}, "the folder is not ours"};
        }
    }
    if (!QFileInfo::exists(path) && !QDir(documentFolder).isEmpty()) {
        return Failure{"vault.damaged", {}, "documents without their database"}; // never made anew over them
    }
    auto database = Database::open(path);
    if (!database) {
        return database.failure();
    }
    const auto now = QDateTime::fromMSecsSinceEpoch(setup.clock->now().time_since_epoch().count());
    if (auto migrated = migrate(**database, ownMigrations(), setup.folder + QStringLiteral("/backups"), now);
        !migrated) {
        return migrated.failure();
    }
    std::unique_ptr<Store> store(new Store(std::move(*database), setup, documentFolder));
    if (auto ensured = store->desk.ensureDevice(); !ensured) {
        return ensured.failure();
    }
    if (auto cleaned = store->documents.removeOrphans(); !cleaned) {
        return cleaned.failure();
    }
    return store;
}

Store::Store(std::unique_ptr<Database> database, const VaultSetup &setup, const QString &documentFolder)
    : keyring(*database, setup.suite)
    , operators(*database, keyring, *setup.clock, setup.passwordCost)
    , desk(*database, *setup.clock)
    , drafts(*database, keyring, *setup.clock)
    , documents(*database, keyring, *setup.clock, documentFolder)
    , outbox(*database, keyring, desk, drafts, documents, *setup.clock)
    , views(*database, keyring)
    , unfinished(*database, keyring)
    , m_database(std::move(database))
{
}

Result<Done> Store::lock()
{
    const auto departing = outbox.departingCases();
    keyring.lock(departing ? *departing : std::set<std::string>()); // locking must not fail
    return departing ? Result<Done>(Done{}) : departing.failure();
}

/// Files first: with the key gone they would still be bytes that somebody pays for. A crash in between leaves
/// a case that says its documents are damaged, and can be discarded again.
Result<Done> Store::discard(const std::string &caseId)
{
    if (const auto key = keyring.caseKey(caseId); !key && key.failure().key != "vault.separated") {
        return key.failure();
    }
    const auto held = outbox.holds(caseId);
    if (!held) {
        return held.failure();
    }
    if (*held) {
        return Failure{"vault.filed", {}, {}};
    }
    if (auto removed = documents.removeFiles(caseId); !removed) {
        return removed;
    }
    if (auto destroyed = keyring.destroy(caseId); !destroyed) {
        return destroyed;
    }
    return m_database->scrub();
}

Result<int> Store::reconcile(const wire::Watermark &watermark)
{
    return m_database->inTransaction([&]() -> Result<int> {
        const auto end = desk.chainEnd();
        const auto known = end ? desk.setting(epochSetting) : end.failure();
        if (!known) {
            return known.failure();
        }
        if (watermark.device != end->device) {
            return 0;
        }
        const auto epoch = QByteArray::fromStdString(watermark.epoch);
        if (*known != epoch) {
            auto noted = desk.setSetting(epochSetting, epoch);
            auto begun = noted && !known->isEmpty() ? views.beginAnew() : noted;
            if (!begun) {
                return begun.failure();
            }
        }
        return outbox.offerAgain(watermark);
    });
}

} // namespace quanke::vault
