#include "gateway/service/documentservice.h"

#include "core/casework/filereference.h"
#include "gateway/service/caseservice.h"
#include "gateway/store/durablefile.h"
#include "seal/digest.h"
#include "seal/random.h"

#include <array>
#include <fstream>

namespace quanke::gateway {

namespace {

constexpr std::chrono::hours uploadLasts{24};
/// Large reads wait for more than has arrived, and the sender for our acknowledgement: 40 ms lost per piece.
constexpr std::size_t pieceBytes = 16 * 1024;

std::string_view mediaTypeOf(const std::filesystem::path &path)
{
    std::array<char, 8> bytes{};
    std::ifstream stream(path, std::ios::binary);
    stream.read(bytes.data(), bytes.size());
    return casework::mediaTypeOf({bytes.data(), std::size_t(stream.gcount())});
}

Failure malformed(const char *member)
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
        return malformed("length");
    }
    if (!casework::isFileReference(reference)) {
        reference["name"] = "name";
        return malformed(casework::isFileReference(reference) ? "name" : "sha256");
    }
    reference["mediaType"] = announcement.mediaType;
    if (!casework::isFileReference(reference)) {
        return Failure{"document.wrong-type", Json::object(), {}};
    }
    return Done{};
}

} // namespace

DocumentService::DocumentService(const ServiceContext &context, std::filesystem::path folder)
    : m_context(context)
    , m_folder(std::move(folder))
{
}

Result<Done> DocumentService::makeFolders(const std::filesystem::path &folder)
{
    auto made = makeDirectory(folder / "uploads");
    return made ? makeDirectory(folder / "documents") : made;
}

std::filesystem::path DocumentService::uploadPath(const std::string &id) const
{
    return m_folder / "uploads" / id;
}

std::filesystem::path DocumentService::documentPath(const std::string &sha256) const
{
    return m_folder / "documents" / sha256.substr(0, 2) / sha256;
}

Result<std::string> DocumentService::announce(const SignedIn &person, const Announcement &announcement)
{
    if (const auto checked = check(announcement); !checked) {
        return checked.failure();
    }
    forgetOld();
    const auto id = seal::makeId(m_context.clock);
    auto file = DurableFile::open(uploadPath(id));
    if (!file) {
        return file.failure();
    }
    if (const auto synced = syncDirectory(m_folder / "uploads"); !synced) {
        return synced.failure();
    }
    return m_context.database.write<std::string>([&](Connection &connection) -> Result<std::string> {
        UploadTable(connection)
            .insert({id, person.actor.operatorName, announcement.sha256, announcement.mediaType,
                announcement.name, announcement.length, toText(m_context.clock.now())});
        return id;
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

/// How much is here: all of it once the document is, else what the file holds.
Result<std::uint64_t> DocumentService::offsetOf(const UploadRow &row)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(uploadPath(row.id), error);
    if (!error) {
        return std::uint64_t(size);
    }
    if (std::filesystem::exists(documentPath(row.sha256), error)) {
        return row.length;
    }
    return Failure{"upload.unknown", Json::object(), {}};
}

Result<UploadStatus> DocumentService::status(const SignedIn &person, const std::string &id)
{
    const auto row = uploadOf(person, id);
    if (!row) {
        return row.failure();
    }
    const auto entry = active(id);
    const std::lock_guard lock(entry->mutex);
    ++entry->turn;
    const auto offset = offsetOf(*row);
    if (!offset) {
        return offset.failure();
    }
    return UploadStatus{*offset, row->length};
}

Result<UploadStatus> DocumentService::append(
    const SignedIn &person, const std::string &id, std::uint64_t offset, const ByteSource &source)
{
    const auto row = uploadOf(person, id);
    if (!row) {
        return row.failure();
    }
    const auto entry = active(id);
    const auto reached = take(*row, *entry, offset, source);
    if (!reached) {
        return reached.failure();
    }
    if (*reached == row->length) {
        const std::lock_guard lock(entry->mutex);
        if (const auto finished = finish(*row); !finished) {
            return finished.failure();
        }
    }
    return UploadStatus{*reached, row->length};
}

Result<std::uint64_t> DocumentService::take(
    const UploadRow &row, Active &active, std::uint64_t offset, const ByteSource &source)
{
    std::unique_lock lock(active.mutex);
    const auto turn = ++active.turn;
    const auto here = offsetOf(row);
    if (!here) {
        return here.failure();
    }
    if (*here != offset) {
        return Failure{"upload.offset-mismatch", {{"offset", *here}}, {}};
    }
    if (offset == row.length) {
        return offset;
    }
    auto file = DurableFile::open(uploadPath(row.id));
    if (!file) {
        return file.failure();
    }
    std::array<char, pieceBytes> piece{};
    std::optional<Failure> failure;
    while (!failure) {
        lock.unlock(); // whoever asks for the status does not wait for a connection that may be dead
        const auto count = source(piece.data(), piece.size());
        lock.lock();
        if (active.turn != turn) {
            return Failure{"upload.superseded", Json::object(), {}};
        }
        if (!count) {
            failure = count.failure();
        } else if (*count == 0) {
            break;
        } else if (offset + *count > row.length) {
            failure = Failure{"upload.too-long", Json::object(), {}};
        } else if (const auto written = file->writeAt(offset, {piece.data(), *count}); !written) {
            failure = written.failure();
        } else {
            offset += *count;
        }
    }
    if (const auto synced = file->sync(); !synced) {
        return synced.failure();
    }
    return failure ? Result<std::uint64_t>(*failure) : Result<std::uint64_t>(offset);
}

/// May be asked for again: what a crash left half done is done then.
Result<Done> DocumentService::finish(const UploadRow &row)
{
    if (std::filesystem::exists(uploadPath(row.id))) {
        if (auto placed = place(row); !placed) {
            return placed;
        }
    }
    return m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        DocumentTable(connection).put({row.sha256, row.mediaType, row.length, toText(m_context.clock.now())});
        return Done{};
    });
}

/// Checks the bytes as they are on the disk and gives them their place, or throws them away.
Result<Done> DocumentService::place(const UploadRow &row)
{
    const auto path = uploadPath(row.id);
    const auto digest = seal::sha256OfFile(path);
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
    return moveDurably(path, documentPath(row.sha256));
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
