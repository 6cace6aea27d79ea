#include "gateway/service/documentservice.h"

#include "core/casework/filereference.h"
#include "gateway/service/caseservice.h"
#include "platform/durablefile.h"
#include "seal/digest.h"
#include "seal/random.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <optional>
#include <utility>

namespace quanke::gateway {

namespace {

constexpr std::chrono::hours uploadLasts{24};
/// With pieces that belong before one that is here, in other connections.
constexpr std::chrono::milliseconds patienceWithOthers{500};

std::string_view mediaTypeOf(const std::filesystem::path &path)
{
    std::array<char, 8> bytes{};
    std::ifstream stream(path, std::ios::binary);
    stream.read(bytes.data(), bytes.size());
    return casework::mediaTypeOf({bytes.data(), std::size_t(stream.gcount())});
}

Failure malformedUpload(const char *member)
{
    return {"upload.malformed", {{"member", member}}, {}};
}

Result<Done> check(const Announcement &announcement)
{
    if (announcement.length > casework::largestDocument) {
        return Failure{"upload.too-large", {{"limit", casework::largestDocument}}, {}};
    }
    // What an operation could not refer to later is not taken in now.
    Json reference{{"sha256", announcement.sha256}, {"mediaType", "image/png"}, {"size", announcement.length},
        {"name", announcement.name}};
    if (announcement.length == 0) {
        return malformedUpload("length");
    }
    if (!casework::isFileReference(reference)) {
        reference["name"] = "name";
        return malformedUpload(casework::isFileReference(reference) ? "name" : "sha256");
    }
    reference["mediaType"] = announcement.mediaType;
    if (!casework::isFileReference(reference)) {
        return Failure{"document.wrong-type", Json::object(), {}};
    }
    return Done{};
}

} // namespace

DocumentService::DocumentService(ServiceContext context, std::filesystem::path folder)
    : m_context(std::move(context))
    , m_folder(std::move(folder))
{
}

Result<Done> DocumentService::makeFolders(const std::filesystem::path &folder)
{
    auto made = platform::makeFolders(folder / "uploads");
    return made ? platform::makeFolders(folder / "documents") : made;
}

std::filesystem::path DocumentService::uploadPath(const std::string &id) const
{
    return m_folder / "uploads" / id;
}

std::filesystem::path DocumentService::documentPath(const std::string &sha256) const
{
    return m_folder / "documents" / sha256.substr(0, 2) / sha256;
}

Result<AnnouncedUpload> DocumentService::announce(const SignedIn &person, const Announcement &announcement)
{
    if (const auto checked = check(announcement); !checked) {
        return checked.failure();
    }
    forgetOld();
    if (announcement.begin == Announcement::Begin::WhereItStands) {
        const auto known = m_context.database.read<std::optional<UploadRow>>([&](Connection &connection) {
            return UploadTable(connection)
                .last(person.actor.operatorName, announcement.sha256, announcement.mediaType,
                    announcement.length);
        });
        if (!known) {
            return known.failure();
        }
        const auto stands = *known ? status(person, (*known)->id) : Failure{"upload.unknown"};
        if (stands) {
            return AnnouncedUpload{(*known)->id, stands->offset};
        }
    }
    return begin(person, announcement);
}

Result<AnnouncedUpload> DocumentService::begin(const SignedIn &person, const Announcement &announcement)
{
    const auto id = seal::makeId(m_context.clock);
    auto file = platform::DurableFile::open(uploadPath(id));
    if (!file) {
        return file.failure();
    }
    if (const auto synced = platform::syncFolder(m_folder / "uploads"); !synced) {
        return synced.failure();
    }
    return m_context.database.write<AnnouncedUpload>([&](Connection &connection) -> Result<AnnouncedUpload> {
        UploadTable(connection)
            .insert({id, person.actor.operatorName, announcement.sha256, announcement.mediaType,
                announcement.name, announcement.length, toText(m_context.clock.now())});
        return AnnouncedUpload{id, 0};
    });
}

Result<UploadRow> DocumentService::uploadOf(const SignedIn &person, const std::string &id)
{
    return m_context.database.read<UploadRow>([&](Connection &connection) -> Result<UploadRow> {
        const auto row = UploadTable(connection).find(id);
        if (!row || row->operatorName != person.actor.operatorName) {
            return Failure{"upload.unknown", Json::object(), {}};
        }
        return *row;
    });
}

std::shared_ptr<DocumentService::Active> DocumentService::active(const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    auto &entry = m_active[id];
    if (!entry) {
        entry = std::make_shared<Active>();
    }
    return entry;
}

/// How much is here, and on the disk: all of it once the document is, else what the file holds.
Result<std::uint64_t> DocumentService::offsetOf(const UploadRow &row, Active &active)
{
    const auto path = uploadPath(row.id);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) {
        return std::filesystem::exists(documentPath(row.sha256), error)
            ? Result<std::uint64_t>(row.length)
            : Failure{"upload.unknown", Json::object(), {}};
    }
    if (!active.isSynced) {
        auto file = platform::DurableFile::open(path);
        const auto synced = file ? file->sync() : Result<Done>(file.failure());
        if (!synced) {
            return synced.failure();
        }
        active.isSynced = true;
    }
    return std::uint64_t(size);
}

Result<UploadStatus> DocumentService::status(const SignedIn &person, const std::string &id)
{
    const auto row = uploadOf(person, id);
    if (!row) {
        return row.failure();
    }
    const auto entry = active(id);
    const auto lock = entry->turns.takeOver();
    const auto offset = offsetOf(*row, *entry);
    if (!offset) {
        return offset.failure();
    }
    return UploadStatus{*offset, row->length};
}

Result<UploadStatus> DocumentService::append(
    const SignedIn &person, const std::string &id, std::uint64_t offset, const Incoming &incoming)
{
    const auto row = uploadOf(person, id);
    if (!row) {
        return row.failure();
    }
    const auto entry = active(id);
    const auto end = incoming.length ? offset + *incoming.length : std::numeric_limits<std::uint64_t>::max();
    const auto turn = entry->turns.join(offset, end, incoming.giveUp);
    const auto reached = incoming.checksum ? takeWhole(*row, *entry, turn, offset, incoming)
                                           : takeAsItComes(*row, *entry, turn, offset, incoming);
    if (!reached) {
        return reached.failure();
    }
    if (*reached == row->length) {
        const auto lock = turn.lock();
        if (const auto finished = finish(*row, *entry); !finished) {
            return finished.failure();
        }
    }
    return UploadStatus{*reached, row->length};
}

/// Under the lock.
Result<Done> DocumentService::stands(const UploadRow &row, Active &active, std::uint64_t offset)
{
    const auto here = offsetOf(row, active);
    if (!here) {
        return here.failure();
    }
    if (*here != offset) {
        return Failure{"upload.offset-mismatch", {{"offset", *here}}, {}};
    }
    return Done{};
}

Result<std::uint64_t> DocumentService::takeAsItComes(const UploadRow &row, Active &active,
    const Turns::Turn &turn, std::uint64_t offset, const Incoming &incoming)
{
    auto lock = turn.waitForOthers([] { return true; }, {});
    if (const auto checked = stands(row, active, offset); !checked) {
        return checked.failure();
    }
    if (offset == row.length) {
        return offset;
    }
    auto file = platform::DurableFile::open(uploadPath(row.id));
    if (!file) {
        return file.failure();
    }
    std::array<char, pieceBytes> piece{};
    std::optional<Failure> failure;
    while (!failure) {
        lock.unlock(); // whoever wants to take over need not wait for a connection that may be dead
        const auto count = incoming.read(piece.data(), piece.size());
        lock.lock();
        if (turn.isTakenOver()) {
            failure = Failure{"upload.superseded", Json::object(), {}};
        } else if (!count) {
            failure = count.failure();
        } else if (*count == 0) {
            break;
        } else if (offset + *count > row.length) {
            failure = Failure{"upload.too-long", Json::object(), {}};
        } else if (const auto written = file->writeAt(offset, {piece.data(), *count}); !written) {
            failure = written.failure();
        } else {
            active.add(offset, {piece.data(), *count});
            offset += *count;
        }
    }
    if (const auto synced = file->sync(); !synced) {
        forget(row); // how much of it is on the disk nobody knows
        return synced.failure();
    }
    return failure ? Result<std::uint64_t>(*failure) : Result<std::uint64_t>(offset);
}

/// In memory until it is whole, as it was sent, and its turn has come.
Result<std::uint64_t> DocumentService::takeWhole(const UploadRow &row, Active &active,
    const Turns::Turn &turn, std::uint64_t offset, const Incoming &incoming)
{
    const auto piece =
        readWhole(incoming, row.length - std::min(offset, row.length), Failure{"upload.too-long"});
    if (piece && !isOf(*incoming.checksum, *piece)) {
        return Failure{"upload.checksum-mismatch", Json::object(), {}};
    }
    const auto isReached = [&] {
        const auto here = offsetOf(row, active);
        return !here || *here >= offset;
    };
    const auto lock = turn.waitForOthers(isReached, patienceWithOthers);
    if (turn.isTakenOver()) {
        return Failure{"upload.superseded", Json::object(), {}};
    }
    if (const auto checked = stands(row, active, offset); !checked) {
        return checked.failure();
    }
    if (!piece) {
        return piece.failure();
    }
    if (piece->empty()) {
        return offset;
    }
    auto file = platform::DurableFile::open(uploadPath(row.id));
    if (!file) {
        return file.failure();
    }
    const auto written = file->writeAt(offset, *piece);
    const auto synced = written ? file->sync() : written;
    if (!synced) {
        forget(row);
        return synced.failure();
    }
    active.add(offset, *piece);
    return offset + piece->size();
}

Result<Done> DocumentService::terminate(const SignedIn &person, const std::string &id)
{
    const auto row = uploadOf(person, id);
    if (!row) {
        return row.failure();
    }
    const auto entry = active(id);
    const auto lock = entry->turns.takeOver();
    forget(*row);
    return Done{};
}

void DocumentService::stop()
{
    std::vector<std::shared_ptr<Active>> uploads; // a turn may be waiting for our lock
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[id, entry] : m_active) {
            uploads.push_back(entry);
        }
    }
    for (const auto &upload : uploads) {
        upload->turns.giveUp();
    }
}

/// May be asked for again: what a crash left half done is done then.
Result<Done> DocumentService::finish(const UploadRow &row, Active &active)
{
    if (auto placed = place(row, active); !placed) {
        return placed;
    }
    return m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        DocumentTable(connection).put({row.sha256, row.mediaType, row.length, toText(m_context.clock.now())});
        return Done{};
    });
}

/// Under the lock. Whoever sends the rest need not wait for the whole to be read again.
void DocumentService::Active::add(std::uint64_t offset, std::string_view bytes)
{
    if (offset == digested) {
        digest.add(bytes);
        digested += bytes.size();
    }
}

/// Read back from the disk where another process wrote some of it.
Result<std::string> DocumentService::digestOf(const UploadRow &row, Active &active) const
{
    auto digest = std::exchange(active.digest, seal::Sha256());
    const bool isOfAll = std::exchange(active.digested, 0) == row.length;
    return isOfAll ? Result<std::string>(digest.hex()) : seal::sha256OfFile(uploadPath(row.id));
}

/// Checks the bytes and gives them their place, or throws them away.
Result<Done> DocumentService::place(const UploadRow &row, Active &active)
{
    const auto path = uploadPath(row.id);
    if (!std::filesystem::exists(path)) {
        const bool isPlaced = std::filesystem::exists(documentPath(row.sha256));
        return isPlaced ? Result<Done>(Done{}) : Failure{"upload.unknown", Json::object(), {}};
    }
    const auto digest = digestOf(row, active);
    if (!digest) {
        return digest.failure();
    }
    if (*digest != row.sha256) {
        forget(row);
        return Failure{"document.digest-mismatch"};
    }
    if (mediaTypeOf(path) != row.mediaType) {
        forget(row);
        return Failure{"document.wrong-type"};
    }
    return platform::moveDurably(path, documentPath(row.sha256));
}

void DocumentService::forget(const UploadRow &row)
{
    std::error_code error;
    std::filesystem::remove(uploadPath(row.id), error);
    [[maybe_unused]] const auto removed =
        m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
            UploadTable(connection).remove(row.id);
            return Done{};
        });
    const std::lock_guard lock(m_mutex);
    m_active.erase(row.id);
}

void DocumentService::forgetOld()
{
    const auto limit = toText(m_context.clock.now() - uploadLasts);
    const auto old = m_context.database.read<std::vector<std::string>>(
        [&](Connection &connection) { return UploadTable(connection).begunBefore(limit); });
    if (!old) {
        return;
    }
    for (const auto &id : *old) {
        UploadRow row;
        row.id = id;
        const auto entry = active(id);
        const auto lock = entry->turns.takeOver();
        forget(row);
    }
}

Result<FoundDocument> DocumentService::find(const SignedIn &person, const std::string &sha256)
{
    const auto department = sightOf(person);
    return m_context.database.read<FoundDocument>([&](Connection &connection) -> Result<FoundDocument> {
        DocumentTable table(connection);
        const auto row = table.find(sha256);
        if (!row || !table.isUsedBy(sha256, department)) {
            return Failure{"document.unknown", Json::object(), {}};
        }
        return FoundDocument{*row, documentPath(sha256)};
    });
}

} // namespace quanke::gateway
