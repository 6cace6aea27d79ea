#include "gateway/backup/backup.h"

#include "platform/durablefile.h"
#include "platform/folder.h"
#include "seal/digest.h"

#include <array>
#include <fstream>
#include <optional>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace quanke::gateway {

namespace {

constexpr std::size_t pieceBytes = 1024 * 1024;
/// What the store itself may need while it is copied: bytes that are left alone.
constexpr std::uintmax_t reserve = 64 * 1024 * 1024;
/// Names the folder that was found on another disk.
constexpr const char *elsewhereFile = "backup-elsewhere";
constexpr std::array keyFiles{"receipt.key", "ingest.key"};

std::optional<dev_t> diskOf(const std::filesystem::path &path)
{
    struct stat status { };
    return ::stat(path.c_str(), &status) == 0 ? std::optional(status.st_dev) : std::nullopt;
}

bool isFileAt(const std::filesystem::path &path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

/// Appends the file piece by piece; its digest is in `sha256` in the end.
platform::Content contentOf(
    const std::filesystem::path &from, std::string &sha256, const std::stop_token &stop)
{
    return [&from, &sha256, &stop](platform::DurableFile &into) -> Result<Done> {
        std::ifstream stream(from, std::ios::binary);
        std::string piece(pieceBytes, '\0');
        seal::Sha256 digest;
        while (stream) {
            if (stop.stop_requested()) {
                return Failure{"store.copy-ended"};
            }
            stream.read(piece.data(), std::streamsize(piece.size()));
            const std::string_view bytes(piece.data(), std::size_t(stream.gcount()));
            digest.add(bytes);
            if (auto written = into.append(bytes); !written) {
                return written;
            }
        }
        sha256 = digest.hex();
        return stream.eof() ? Result<Done>(Done{}) : Failure{"file.unreadable", {{"path", from.string()}}};
    };
}

Result<Done> checkDigest(const std::filesystem::path &written, const std::string &sha256)
{
    const auto found = seal::sha256OfFile(written);
    return found && *found == sha256 ? Result<Done>(Done{}) : Failure{"backup.altered"};
}

/// Of what the gateway itself has, whatever the disk for the copies is like.
bool isDamage(const Failure &failure)
{
    return failure.key == "backup.document-damaged" || failure.key == "file.unreadable";
}

} // namespace

Backup::Backup(
    Database &database, std::filesystem::path data, std::filesystem::path folder, std::string epoch)
    : m_database(database)
    , m_data(std::move(data))
    , m_folder(std::move(folder))
    , m_epoch(std::move(epoch))
{
}

bool Backup::isThere() const
{
    return isFileAt(placed());
}

bool Backup::isOnSameDisk() const
{
    return diskOf(m_folder) == diskOf(m_data);
}

/// The store is copied beside itself first, and from there to the other disk: that may be slow, or hang, and the store's
/// only thread must not wait for it.
Result<Backup::Made> Backup::make(const std::stop_token &stop)
{
    removeCopy(staged()); // of a copy that a crash ended
    const auto found = checkFolder();
    if (const auto checked = found ? checkRoom() : found; !checked) {
        return checked.failure();
    }
    if (const auto copied = copyStore(m_database, staged(), stop); !copied) {
        removeCopy(staged());
        return copied.failure();
    }
    const auto keys = copyKeys();
    const auto documents = keys ? copyDocuments(stop) : keys.failure();
    const auto log = documents ? place(stop) : documents.failure();
    removeCopy(staged());
    if (!log || documents->damaged) {
        return platform::saidBy("backup", log ? *documents->damaged : log.failure());
    }
    return Made{log->position, documents->added};
}

/// A stick that was pulled out leaves an empty folder on the disk it was to be a second to.
Result<Done> Backup::checkFolder() const
{
    std::error_code error;
    const bool isElsewhere = !isOnSameDisk();
    const bool isMarked = wasElsewhere();
    if (!std::filesystem::is_directory(m_folder, error) || (isMarked && !isElsewhere)) {
        return Failure{"backup.away"};
    }
    if (auto marked = isElsewhere && !isMarked ? markElsewhere() : Done{}; !marked) {
        return marked;
    }
    const auto theirs = platform::readFile(m_folder / keyFiles.front());
    const auto ours = platform::readFile(m_data / keyFiles.front());
    const bool isOurs = theirs ? ours && *theirs == *ours : !isThere();
    return isOurs ? Result<Done>(Done{}) : Failure{"backup.other-gateway"};
}

/// Kept beside the data: after a start without that disk the empty folder must not pass for it.
bool Backup::wasElsewhere() const
{
    const auto folder = platform::readFile(m_data / elsewhereFile);
    return folder && *folder == m_folder.string();
}

Result<Done> Backup::markElsewhere() const
{
    return platform::saidBy("backup",
        platform::writeWhole(m_data / elsewhereFile,
            [this](platform::DurableFile &file) { return file.append(m_folder.string()); }));
}

Result<Done> Backup::checkRoom() const
{
    std::error_code error;
    std::uintmax_t needed = reserve;
    for (const auto *name : {"gateway.db", "gateway.db-wal"}) {
        const auto size = std::filesystem::file_size(m_data / name, error);
        needed += error ? 0 : size;
    }
    const auto space = std::filesystem::space(m_data, error);
    return error || space.available < needed ? Failure{"backup.no-room"} : Result<Done>(Done{});
}

Result<Done> Backup::copyKeys() const
{
    for (const auto *name : keyFiles) {
        const auto ours = platform::readFile(m_data / name);
        if (!ours) {
            return ours.failure();
        }
        if (const auto theirs = platform::readFile(m_folder / name); theirs && *theirs == *ours) {
            continue;
        }
        const auto sha256 = seal::sha256(*ours);
        auto written = platform::writeWhole(
            m_folder / name, [&](platform::DurableFile &file) { return file.append(*ours); }, ".part",
            [&](const std::filesystem::path &file) { return checkDigest(file, sha256); });
        if (!written) {
            return written;
        }
    }
    return Done{};
}

/// One that is not what it was holds up no other, nor the store.
Result<Backup::Documents> Backup::copyDocuments(const std::stop_token &stop) const
{
    const auto documents = documentsIn(staged());
    if (!documents) {
        return documents.failure();
    }
    Documents copied;
    for (const auto &document : *documents) {
        const auto isNew = copyDocument(document, stop);
        if (isNew) {
            copied.added += *isNew ? 1 : 0;
        } else if (isDamage(isNew.failure())) {
            copied.damaged = isNew.failure();
        } else {
            return isNew.failure();
        }
    }
    return copied;
}

/// Whether it was new there: what has that name was found right when it got it.
Result<bool> Backup::copyDocument(const CopiedDocument &document, const std::stop_token &stop) const
{
    const auto place = std::filesystem::path("documents") / document.sha256.substr(0, 2) / document.sha256;
    const auto to = m_folder / place;
    std::error_code error;
    if (std::filesystem::file_size(to, error) == document.size && !error) {
        return false;
    }
    const auto from = m_data / place;
    std::string sha256;
    const auto made = platform::makeFolders(to.parent_path());
    const auto written = made ? platform::writeWhole(to, contentOf(from, sha256, stop), ".part",
                             [&](const std::filesystem::path &file) -> Result<Done> {
                                 return sha256 == document.sha256
                                     ? checkDigest(file, sha256)
                                     : Failure{"backup.document-damaged", {{"sha256", document.sha256}}};
                             })
                              : made;
    return written ? Result<bool>(true) : written.failure();
}

/// After a backup was put back: what the copy in place holds beyond it is nowhere else.
Result<Done> Backup::keepFormer()
{
    if (m_hasKeptFormer || !isThere()) {
        return Done{};
    }
    const auto epoch = epochOfCopy(placed());
    if (!epoch || *epoch != m_epoch) {
        const auto name = "gateway-" + (epoch ? *epoch : std::string("unreadable")) + ".db";
        std::error_code error;
        std::filesystem::rename(placed(), m_folder / name, error);
        if (error) {
            return Failure{"backup.io", Json::object(), error.message()};
        }
        if (auto synced = platform::syncFolder(m_folder); !synced) {
            return synced;
        }
    }
    m_hasKeptFormer = true;
    return Done{};
}

Result<CopiedLog> Backup::place(const std::stop_token &stop)
{
    const auto from = staged();
    std::string sha256;
    CopiedLog log;
    const auto check = [&](const std::filesystem::path &file) -> Result<Done> {
        if (auto same = checkDigest(file, sha256); !same) {
            return same;
        }
        const auto verified = verifyCopy(file);
        if (!verified) {
            return verified.failure();
        }
        log = *verified;
        return log.epoch == m_epoch ? keepFormer() : Failure{"backup.altered"};
    };
    const auto written = platform::writeWhole(placed(), contentOf(from, sha256, stop), ".part", check);
    return written ? Result<CopiedLog>(log) : written.failure();
}

} // namespace quanke::gateway
