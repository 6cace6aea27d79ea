#include "gateway/ingest/folderimport.h"

#include "platform/folder.h"
#include "spool/contents.h"

#include <algorithm>

namespace quanke::gateway {

namespace {

/// Whoever owns the gateway's key may bring what is anybody's.
SignedIn owner()
{
    return {{"gateway", {}, {}}, {}, {}, {}};
}

Result<Accepted> takeWithDocuments(IngestService &ingest, const spool::Found &found)
{
    auto accepted = ingest.take(owner(), found.frame);
    if (accepted || accepted.failure().key != "documents.missing") {
        return accepted;
    }
    const auto documents = spool::documentsBeside(found.file.parent_path());
    for (const Json &file : accepted.failure().arguments["files"]) {
        const auto name = file.get<std::string>();
        const auto &named =
            found.record.label.documents; // names and nothing else, which the box need not hold
        if (std::ranges::find(named, name) == named.end()) {
            return Failure{"sealed.malformed"};
        }
        const auto sealed = platform::readFile(documents / name);
        const auto taken =
            sealed ? ingest.takeDocument(owner(), found.frame, name, *sealed) : sealed.failure();
        if (!taken) {
            return taken.failure();
        }
    }
    return ingest.take(owner(), found.frame);
}

void take(IngestService &ingest, const spool::Found &found, std::ostream &log, Imported &imported)
{
    const auto accepted = takeWithDocuments(ingest, found);
    log << found.record.label.operation << "  ";
    if (!accepted) {
        ++imported.refused;
        log << "refused: " << accepted.failure().key << '\n';
    } else if (accepted->repeated) {
        ++imported.wereHere;
        log << "was here\n";
    } else {
        ++imported.taken;
        log << "taken\n";
    }
}

} // namespace

Result<Imported> importFolder(IngestService &ingest, const std::filesystem::path &folder, std::ostream &log)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        return Failure{"folder.missing", {{"path", folder.string()}}, {}};
    }
    Imported imported;
    for (const auto &place : spool::spoolsBelow(folder)) {
        const auto contents = spool::contentsOf(place);
        if (!contents) {
            ++imported.unreadable; // the others are not held up
            log << place.string() << ": cannot be read\n";
            continue;
        }
        for (const spool::Found &found : contents->records) {
            take(ingest, found, log, imported);
        }
        for (const auto &file : contents->unreadable) {
            ++imported.unreadable;
            log << file.string() << ": cannot be read\n";
        }
        for (const spool::Damage &damage : contents->damages) {
            const bool isAltered = damage.kind == spool::Front::Kind::Altered;
            imported.unreadable += isAltered ? 1 : 0;
            log << damage.file.string() << ", record " << damage.number
                << (isAltered ? ": altered, cannot be read\n" : ": cut short, as by a power cut\n");
        }
    }
    return imported;
}

} // namespace quanke::gateway
