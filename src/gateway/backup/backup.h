#pragma once

#include "gateway/store/copy/storecopy.h"
#include "gateway/store/database.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace quanke::gateway {

/// What a gateway keeps, once more in a folder on another disk, from which it can be put back:
///
///   gateway.db            the store, whole; replaced by the next copy and never half of one
///   documents/ab/ab01…    every document that the store refers to
///   receipt.key, ingest.key   without the second nothing opens what desks have sealed; with both, whoever holds the folder
///                         holds the gateway: it is its owner's alone (0600), as the documents in the clear are anyway
///   gateway-<epoch>.db    the copy from before a backup was put back: it may hold what that one lacks. Ours to leave alone
///
/// Everything is read back from the disk and compared before it takes its name. The documents come first, so that a copy
/// that is in its place lacks nothing that could be read.
class Backup {
public:
    /// `data` is the gateway's own folder. The database outlives it; `epoch` is its log's.
    Backup(Database &database, std::filesystem::path data, std::filesystem::path folder, std::string epoch);

    struct Made {
        std::uint64_t position = 0; ///< everything up to there is in it
        int documents = 0; ///< that were not there before
    };

    /// Fails, leaving what was there before:
    ///   backup.away            the folder is not there, or its disk is not
    ///   backup.other-gateway   another gateway's copy lies there: that of one that died, perhaps, and the only one
    ///   backup.no-room         beside the store, where it is copied first: its disk must not get full by that
    ///   backup.disk-full, backup.read-only, backup.io
    ///   backup.altered         what was read back is not what was written
    ///   store.copy-ended       asked to stop
    ///   store.failed, store.damaged
    /// And having copied all else, so that there is at least that:
    ///   backup.document-damaged   ("sha256") the gateway's own is not what it was
    ///   file.unreadable           ("path") or cannot be read
    Result<Made> make(const std::stop_token &stop);
    /// Whether a copy lies in its place.
    bool isThere() const;
    /// Whether the folder lies on the disk it is to outlive.
    bool isOnSameDisk() const;

private:
    Result<Done> checkFolder() const;
    bool wasElsewhere() const;
    Result<Done> markElsewhere() const;
    Result<Done> checkRoom() const;
    Result<Done> copyKeys() const;
    struct Documents {
        int added = 0;
        std::optional<Failure> damaged; ///< of one that is not there therefore
    };
    Result<Documents> copyDocuments(const std::stop_token &stop) const;
    Result<bool> copyDocument(const CopiedDocument &document, const std::stop_token &stop) const;
    Result<Done> keepFormer();
    Result<CopiedLog> place(const std::stop_token &stop);
    std::filesystem::path staged() const { return m_data / "gateway.db.copy"; }
    std::filesystem::path placed() const { return m_folder / "gateway.db"; }

    Database &m_database;
    std::filesystem::path m_data;
    std::filesystem::path m_folder;
    std::string m_epoch;
    bool m_hasKeptFormer = false;
};

} // namespace quanke::gateway
