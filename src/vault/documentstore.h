#pragma once

#include "core/base/clock.h"
#include "spool/parcel.h"
#include "vault/document.h"
#include "vault/keyring.h"

#include <QString>

#include <vector>

namespace quanke::vault {

enum class Uploaded { No, Yes };

/// Documents handed in: each a file sealed with its case's key, named by a random id, and a row that says
/// what it is. The row comes last, so that a row without a good file cannot be.
class DocumentStore {
public:
    DocumentStore(Database &database, Keyring &keyring, const Clock &clock, QString folder);

    Result<StoredDocument> store(
        const std::string &caseId, const seal::Source &source, const DocumentMeta &meta);
    /// A document whose file is there, but no row.
    struct Placed {
        std::string id;
        StoredDocument document;
    };
    /// The first half of storing, for who stores several at once.
    Result<Placed> place(const std::string &caseId, const seal::Source &source, const DocumentMeta &meta);
    /// The second half, which may be one of many in a transaction. False where the case holds it already: then the
    /// placed file is to be removed.
    Result<bool> enter(const std::string &caseId, const Placed &placed);
    Result<Done> removePlaced(const Placed &placed);
    /// Whether no row can come back after a commit that failed so. Where a sync failed, the row's bytes may lie in the log
    /// all the same: then the file stays, as that of a row, or for removeOrphans.
    static bool isTakenBack(const Failure &failure);

    Result<std::vector<StoredDocument>> list(const std::string &caseId);
    Result<QByteArray> read(const std::string &caseId, const std::string &sha256);
    Result<Done> remove(const std::string &caseId, const std::string &sha256);
    /// The files of a case; its rows go with its key.
    Result<Done> removeFiles(const std::string &caseId);

    // for what leaves, with a key that may outlast the lock
    Result<std::vector<StoredDocument>> listWith(
        const seal::SecretBytes &key, const std::string &caseId, const std::string &operatorName);
    /// The same with the names of their files.
    Result<std::vector<spool::SealedDocument>> filesWith(
        const seal::SecretBytes &key, const std::string &caseId, const std::string &operatorName);
    Result<QByteArray> readWith(const seal::SecretBytes &key, const std::string &caseId,
        const std::string &operatorName, const std::string &sha256);
    Result<Done> setUploaded(const seal::SecretBytes &key, const std::string &caseId,
        const std::string &operatorName, const std::string &sha256, Uploaded uploaded);

    /// Files without a row, older than a day: left by a crash between file and row.
    Result<Done> removeOrphans();

private:
    using Found = Placed;
    Result<std::vector<Found>> findAll(
        const seal::SecretBytes &key, const std::string &caseId, const std::string &operatorName);
    Result<Found> find(const seal::SecretBytes &key, const std::string &caseId,
        const std::string &operatorName, const std::string &sha256);
    Result<Done> insert(const seal::SecretBytes &key, const std::string &caseId, const Found &found);

    Database &m_database;
    Keyring &m_keyring;
    const Clock &m_clock;
    QString m_folder;
};

} // namespace quanke::vault
