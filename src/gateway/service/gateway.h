#pragma once

#include "gateway/backup/backupservice.h"
#include "gateway/service/caseservice.h"
#include "gateway/service/changefeed.h"
#include "gateway/service/deviceservice.h"
#include "gateway/service/documentservice.h"
#include "gateway/service/epoch.h"
#include "gateway/service/formcache.h"
#include "gateway/service/hallservice.h"
#include "gateway/service/operationservice.h"
#include "gateway/service/operatorservice.h"
#include "gateway/service/receiptsigner.h"
#include "gateway/service/sessionservice.h"
#include "gateway/service/trace/traceservice.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace quanke::gateway {

/// What to do where a key is missing beside a database in use: what was sealed to it stays closed for good, and what it has
/// signed is proven by no other, so that another is made only when somebody says so.
enum class LostKey { Refuse, MakeAnother };

/// The gateway without its network: database, key and services over one folder.
class Gateway {
public:
    struct Setup {
        std::filesystem::path data; ///< folder of everything it keeps; made when missing
        std::shared_ptr<const catalogue::Catalogue> catalogue;
        std::string formsDigest; ///< SHA-256 of catalogue::pinnedText, hex
        casework::Calendar calendar;
        const Clock &clock; ///< outlives the gateway
        seal::PasswordCost passwordCost; ///< of new passwords
        Restored restored = Restored::No;
        LostKey lostKey = LostKey::Refuse; ///< the one that desks seal to
        std::optional<BackupPlan>
            backup{}; ///< none: the only disk is all there is, and what it holds counts as durable
        LostKey lostReceiptKey = LostKey::Refuse; ///< the one that signs receipts
        std::string
            suite{}; ///< that the hall wants (seal/suite.h); empty: the store's own, for a new one "sodium"
    };

    /// Fails as Database::open, keyPairIn and HighWater::open do, with file.unwritable ("path"), and with key-file.missing
    /// ("path") where a gateway that has been used has lost the key that desks seal to or the one that signs receipts, and
    /// with backup.inside-data ("path"), and as hallSuite (keys/hallsuite.h).
    static Result<std::unique_ptr<Gateway>> open(Setup setup);

    ServiceContext context();
    const seal::PasswordCost &passwordCost() const { return m_setup.passwordCost; }
    const std::string &formsDigest() const { return m_setup.formsDigest; }
    /// The public key of its receipts, base64.
    std::string receiptKey() const { return m_signer.publicKey(); }
    /// Names the unbroken life of the store (epoch.h). Fails where the database does not answer any more.
    Result<std::string> epoch();
    /// Everything taken up to that position of the log is durable by now. Fails as epoch does.
    Result<std::uint64_t> durablePosition();
    /// Nothing where no second copy is wanted.
    std::optional<BackupStanding> backup() const;

    /// Opens what desks have sealed for the day when they are gone (spool/parcel.h).
    const seal::KeyPair &sealingPair() const { return m_sealingPair; }
    const std::shared_ptr<const seal::Suite> &suite() const { return m_suite; }

    SessionService &sessions() { return m_sessions; }
    OperatorService &operators() { return m_operators; }
    OperationService &operations() { return m_operations; }
    ChangeFeed &changes() { return m_changes; }
    CaseService &cases() { return m_cases; }
    DocumentService &documents() { return m_documents; }
    DeviceService &devices() { return m_devices; }
    HallService &hall() { return m_hall; }
    TraceService &traces() { return m_traces; }

private:
    /// What it signs and opens with.
    struct Keys {
        std::shared_ptr<const seal::Suite> suite;
        ReceiptSigner signer;
        seal::KeyPair sealingPair;
    };

    Gateway(Setup setup, std::unique_ptr<Database> database, Keys keys, std::unique_ptr<HighWater> highWater,
        const std::string &epoch);
    static Result<Keys> openKeys(const Setup &setup, Database &database);

    Setup m_setup;
    std::unique_ptr<Database> m_database;
    std::shared_ptr<const seal::Suite> m_suite;
    ReceiptSigner m_signer;
    seal::KeyPair m_sealingPair;
    std::unique_ptr<HighWater> m_highWater;
    Durability m_durability;
    FormCache m_forms;
    ChangeFeed m_changes;
    SessionService m_sessions;
    OperatorService m_operators;
    OperationService m_operations;
    CaseService m_cases;
    DocumentService m_documents;
    DeviceService m_devices;
    HallService m_hall;
    TraceService m_traces;
    std::unique_ptr<BackupService> m_backups; ///< ends first
};

} // namespace quanke::gateway
