#include "vault/store.h"

#include "platform/filesystem.h"
#include "spool/files.h"
#include "vault/sealedfile.h"
#include "vault/sql/migration.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <utility>

namespace quanke::vault {

namespace {

/// The gateway's epoch as it was last told.
const auto epochSetting = std::string("gateway.epoch");
/// The public key that the spool is sealed to, what the hall seals with, and where the spool lies a second time.
const auto gatewayKeySetting = std::string("gateway.sealing-key");
const auto suiteSetting = std::string("hall.suite");
const auto mirrorSetting = std::string("copies.mirror");
/// The device whose mirror lay there before.
const auto formerMirrorSetting = std::string("copies.mirror-former");

/// When those stores were put aside of which somebody has seen what is lost, a line each.
const auto seenAsidesSetting = std::string("asides.seen");

/// Written to see whether it can be.
const auto trialSetting = std::string("trial");

/// Whether something of ours lies here that a store belongs to: then one is never made anew over it.
bool hasBeenUsed(const QString &folder)
{
    return QFileInfo::exists(folder + QStringLiteral("/spool"))
        || !QDir(folder + QStringLiteral("/documents")).isEmpty();
}

Result<Done> prepareFolders(const QString &folder)
{
    for (const QString &place : {folder, folder + QStringLiteral("/documents")}) {
        if (auto made = makeFolder(place); !made) {
            return made;
        }
        // Somebody else may have made it, for everybody.
        if (!QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
            const bool isWritable = QFileInfo(place).isWritable();
            return Failure{isWritable ? "vault.io" : "vault.read-only", {}, "the folder is not ours"};
        }
    }
    switch (platform::fileSystemAt(pathOf(folder))) {
    case platform::FileSystem::Network:
        return Failure{"vault.network-disk"};
    case platform::FileSystem::Fat:
        return Failure{"vault.fat-disk"};
    case platform::FileSystem::Usual:
        break;
    }
    return Done{};
}

Result<std::unique_ptr<Database>> openDatabase(const QString &folder)
{
    const QString path = folder + QStringLiteral("/vault.db");
    if (QFileInfo(path).size() == 0 && hasBeenUsed(folder)) {
        return Failure{"vault.damaged", {}, "the database is missing"};
    }
    auto database = Database::open(path);
    if (!database && database.failure().key == "vault.no-database") {
        return Failure{
            hasBeenUsed(folder) ? "vault.damaged" : "vault.foreign", {}, database.failure().detail};
    }
    return database;
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const VaultSetup &setup)
{
    if (auto prepared = prepareFolders(setup.folder); !prepared) {
        return prepared.failure();
    }
    auto lock = platform::FolderLock::take(pathOf(setup.folder));
    if (!lock) {
        return Failure{"vault.in-use"};
    }
    auto database = openDatabase(setup.folder);
    if (!database) {
        return database.failure();
    }
    const auto now = QDateTime::fromMSecsSinceEpoch(setup.clock->now().time_since_epoch().count());
    if (auto migrated = migrate(**database, ownMigrations(), setup.folder + QStringLiteral("/backups"), now);
        !migrated) {
        return migrated.failure();
    }
    auto copies =
        spool::Keeper::open(pathOf(setup.folder), seal::makeHallSuite(setup.suite), setup.mirrorChanged);
    if (!copies) {
        return Failure{"vault.io", {}, copies.failure().key};
    }
    std::unique_ptr<Store> store(
        new Store(std::move(*lock), std::move(*database), setup, std::move(*copies)));
    if (auto ensured = store->desk.ensureDevice(setup.device); !ensured) {
        return ensured.failure();
    }
    if (auto taken = store->takeUpSuite(); !taken) {
        return taken.failure();
    }
    if (auto cleaned = store->documents.removeOrphans(); !cleaned) {
        return cleaned.failure();
    }
    if (auto prepared = store->prepareCopies(); !prepared) {
        return prepared.failure();
    }
    return store;
}

Store::Store(platform::FolderLock lock, std::unique_ptr<Database> database, const VaultSetup &setup,
    spool::Keeper copies)
    : m_lock(std::move(lock))
    , keyring(*database, seal::makeHallSuite(setup.suite))
    , operators(*database, keyring, *setup.clock, setup.passwordCost, setup.deviceSecret)
    , desk(*database, *setup.clock)
    , drafts(*database, keyring, *setup.clock)
    , documents(*database, keyring, *setup.clock, setup.folder + QStringLiteral("/documents"))
    , outbox(*database, keyring, desk, drafts, documents, *setup.clock)
    , receipts(*database, *setup.clock)
    , persons(*database, keyring)
    , views(*database, keyring, persons)
    , unfinished(*database, keyring)
    , handover(*database, keyring, desk, drafts, documents, *setup.clock, setup.passwordCost)
    , traces(*database, desk, *setup.clock)
    , tickets(*database, keyring, desk, traces, *setup.clock)
    , keeper(std::move(copies))
    , m_database(std::move(database))
{
}

/// The spool's folder is there from now on, and the database before it: one without the other says that something is lost.
Result<Done> Store::prepareCopies()
{
    const auto folder = place();
    const auto synced = spool::syncFolder(folder);
    const auto made = synced ? spool::makeFolder(folder / "spool") : synced;
    if (!made) {
        return Failure{"vault.io", {}, made.failure().detail};
    }
    const auto key = desk.setting(gatewayKeySetting);
    const auto mirror = key ? desk.setting(mirrorSetting) : key;
    const auto former = mirror ? desk.setting(formerMirrorSetting) : mirror;
    const auto device = former ? desk.deviceId() : former.failure();
    const auto settled = device ? outbox.settled() : device.failure();
    if (!settled) {
        return settled.failure();
    }
    keeper.drop(*settled);
    keeper.setKey(key->toStdString());
    m_mirrorFolder = QFile::decodeName(*mirror);
    std::optional<spool::MirrorChoice> choice;
    if (!mirror->isEmpty()) {
        keeper.setMirror(spool::Mirror(mirror->toStdString(), *device, former->toStdString()));
        choice = {m_mirrorFolder.toStdString(), former->isEmpty() ? *device : former->toStdString()};
    }
    // Where a crash came between the two, or somebody took the file away. A disk that does not take it now may another time.
    static_cast<void>(keepChoice(choice));
    return Done{};
}

Result<casework::Operation> Store::enqueue(
    const NewOperation &wanted, const std::vector<NewOperation> &behind)
{
    const bool isWhole = wanted.kind == "case.submit"; // every other kind adds to what the hall has
    if (auto isHere = isWhole ? drafts.refuseHandedOver(wanted.caseId) : Done{}; !isHere) {
        return isHere.failure();
    }
    std::vector<NewOperation> all{wanted};
    all.insert(all.end(), behind.begin(), behind.end());
    const auto operations = addTogether(all);
    if (!operations) {
        m_unsent.reset(); // what a disk kept that would not say so is read again
        return operations.failure();
    }
    for (const auto &operation : *operations) {
        if (m_unsent) {
            m_unsent->all.insert(operation.id);
        }
        keepInCopies(operation.id);
    }
    return operations->front();
}

Result<std::vector<casework::Operation>> Store::addTogether(const std::vector<NewOperation> &wanted)
{
    using Operations = std::vector<casework::Operation>;
    for (const auto &one : wanted) {
        if (auto prepared = outbox.prepare(one); !prepared) {
            return prepared.failure();
        }
    }
    return m_database->inTransaction([&]() -> Result<Operations> {
        Operations operations;
        for (const auto &one : wanted) {
            auto added = outbox.add(one);
            if (!added) {
                return added.failure();
            }
            const auto idNumber = one.body.value("/applicant/idNo"_json_pointer, std::string());
            if (auto indexed = idNumber.empty() ? Result<Done>(Done{}) : persons.keep(one.caseId, idNumber);
                !indexed) {
                return indexed.failure();
            }
            operations.push_back(std::move(*added));
        }
        return operations;
    });
}

/// What is received alone stays in all its copies.
Result<Done> Store::keepReceipt(const std::string &operationId, const wire::Receipt &receipt)
{
    auto kept = outbox.keepReceipt(operationId, receipt);
    return kept && receipt.stage != wire::durableStage ? kept : settle(operationId, std::move(kept));
}

Result<Done> Store::settle(const std::string &operationId, Result<Done> settled)
{
    if (!settled) {
        m_unsent.reset();
        return settled;
    }
    keeper.drop({operationId});
    if (m_unsent) {
        m_unsent->all.erase(operationId);
        m_unsent->uncopied.erase(operationId);
    }
    return settled;
}

/// What cannot be kept now is told by the standing, and kept when the vault is opened again.
void Store::keepInCopies(const std::string &operationId)
{
    auto sealable = outbox.sealable(operationId);
    const bool isKept = sealable && keeper.keep(std::move(sealable->label), sealable->parcel);
    if (m_unsent && isKept) {
        m_unsent->uncopied.erase(operationId);
    } else if (m_unsent) {
        m_unsent->uncopied.insert(operationId);
    }
}

Result<Store::Unsent *> Store::unsent()
{
    if (!m_unsent) {
        auto all = outbox.unsent();
        if (!all) {
            return all.failure();
        }
        m_unsent.emplace(Unsent{std::move(*all), {}});
        std::ranges::copy_if(m_unsent->all, std::inserter(m_unsent->uncopied, m_unsent->uncopied.end()),
            [this](const std::string &operation) { return !keeper.holds(operation); });
    }
    return &*m_unsent;
}

void Store::completeCopies()
{
    const auto waiting = unsent();
    if (!waiting || keeper.key().empty()) {
        return;
    }
    for (const auto &operationId : std::set<std::string>((*waiting)->uncopied)) {
        keepInCopies(operationId);
    }
}

/// As the hall told it last.
Result<Done> Store::takeUpSuite()
{
    const auto told = desk.setting(suiteSetting);
    if (!told) {
        return told.failure();
    }
    if (auto suite = seal::makeHallSuite(told->toStdString())) {
        keyring.useSuite(std::move(suite));
    }
    return Done{};
}

Result<Done> Store::useSuite(const std::string &name)
{
    auto suite = seal::makeHallSuite(name);
    if (!suite) {
        return Failure{"vault.unknown-suite", {{"suite", name}}};
    }
    if (name == keyring.suite().name()) {
        return Done{};
    }
    auto kept = desk.setSetting(suiteSetting, QByteArray::fromStdString(name));
    if (kept) {
        keyring.useSuite(std::move(suite));
    }
    return kept;
}

Result<Done> Store::keepGatewayKey(const std::string &publicKey)
{
    if (publicKey == keeper.key()) {
        return Done{};
    }
    auto kept = desk.setSetting(gatewayKeySetting, QByteArray::fromStdString(publicKey));
    if (kept) {
        keeper.setKey(publicKey);
        m_unsent.reset(); // what is sealed to the key of before is to be sealed again
        completeCopies();
    }
    return kept;
}

Result<Done> Store::setMirror(const QString &folder)
{
    const auto device = desk.deviceId();
    if (!device) {
        return device.failure();
    }
    std::optional<spool::Mirror> mirror;
    if (!folder.isEmpty()) {
        mirror.emplace(pathOf(folder), *device);
        if (auto begun = mirror->begin(); !begun) {
            return begun;
        }
    }
    // The file first: where it cannot be kept nothing has been chosen, and whoever chooses is told.
    const auto before = spool::choiceBeside(place());
    auto kept =
        keepChoice(mirror ? std::optional(spool::MirrorChoice{folder.toStdString(), *device}) : std::nullopt);
    kept = kept ? wantMirror(folder, {}) : kept;
    if (kept) {
        keeper.setMirror(std::move(mirror));
    } else {
        static_cast<void>(keepChoice(before)); // else it is put right when the store is opened
    }
    return kept;
}

Result<Done> Store::carryOn(const spool::MirrorChoice &choice)
{
    const auto device = desk.deviceId();
    const auto folder = QString::fromStdString(choice.folder);
    auto kept = device ? wantMirror(folder, choice.device) : device.failure();
    if (kept) {
        static_cast<void>(keepChoice(choice)); // else when the store is opened
        keeper.setMirror(spool::Mirror(pathOf(folder), *device, choice.device));
    }
    return kept;
}

Result<Done> Store::wantMirror(const QString &folder, const std::string &former)
{
    auto kept = m_database->inTransaction([&]() -> Result<Done> {
        auto set = desk.setSetting(mirrorSetting, QFile::encodeName(folder));
        return set ? desk.setSetting(formerMirrorSetting, QByteArray::fromStdString(former)) : set;
    });
    if (kept) {
        m_mirrorFolder = folder;
    }
    return kept;
}

/// Beside the store, where a rescue finds it.
Result<Done> Store::keepChoice(const std::optional<spool::MirrorChoice> &choice)
{
    return choice == spool::choiceBeside(place()) ? Done{} : spool::keepChoice(place(), choice);
}

std::filesystem::path Store::place() const
{
    return pathOf(QFileInfo(m_database->path()).path());
}

Result<Copies> Store::copies()
{
    const auto waiting = unsent();
    if (!waiting) {
        return waiting.failure();
    }
    const auto all = (*waiting)->all.size();
    return Copies{int(all), int(all - (*waiting)->uncopied.size()), keeper.standing(), m_mirrorFolder};
}

Result<std::vector<spool::Aside>> Store::asides()
{
    const auto seen = desk.setting(seenAsidesSetting);
    if (!seen) {
        return seen.failure();
    }
    const auto times = seen->split('\n');
    auto asides = spool::asidesOf(place());
    for (spool::Aside &aside : asides) {
        aside.isSeen = times.contains(QByteArray::fromStdString(aside.since));
    }
    return asides;
}

Result<Done> Store::markAsideSeen(const std::string &since)
{
    const auto seen = desk.setting(seenAsidesSetting);
    return seen ? desk.setSetting(seenAsidesSetting, *seen + QByteArray::fromStdString(since) + '\n')
                : seen.failure();
}

Result<Done> Store::tryAgain()
{
    m_unsent.reset();
    if (auto recovered = m_database->recover(); !recovered) {
        return recovered;
    }
    // As much as a field with a long text, so that what is tried next has room.
    auto written = desk.setSetting(trialSetting, QByteArray(64 * 1024, 'x'));
    if (written) {
        written = desk.setSetting(trialSetting, {});
        completeCopies();
    }
    return written;
}

Result<int> Store::reconcile(const wire::Watermark &watermark)
{
    m_unsent.reset(); // what the hall has lost waits again
    std::set<std::string> durable;
    auto offered = m_database->inTransaction([&]() -> Result<int> {
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
        auto again = receipts.offerAgain(watermark);
        const auto covered = again ? receipts.makeDurable(watermark) : again.failure();
        if (!covered) {
            return covered.failure();
        }
        durable = *covered;
        return again;
    });
    if (offered && !durable.empty()) {
        keeper.drop(durable);
    }
    completeCopies();
    return offered;
}

} // namespace quanke::vault
