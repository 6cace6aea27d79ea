#include "gateway/ingest/ingestservice.h"

#include "core/casework/filereference.h"
#include "gateway/store/operatortable.h"
#include "seal/stream.h"

#include <algorithm>
#include <array>

namespace quanke::gateway {

namespace {

/// "documents.missing" with the names of the files beside the digests.
Failure withFiles(Failure failure, const std::vector<spool::SealedDocument> &documents)
{
    Json files = Json::array();
    for (const Json &digest : failure.arguments["digests"]) {
        for (const auto &document : documents) {
            if (digest == document.sha256) {
                files.push_back(document.file);
            }
        }
    }
    failure.arguments["files"] = files;
    return failure;
}

/// What clerks do at a counter. Who decides brings it in person: a record proves nobody, and anybody can lay one onto a
/// stick.
bool mayBeBroughtByOthers(const casework::Operation &operation)
{
    constexpr std::array<std::string_view, 5> kinds{
        "case.submit", "subcase.supplement", "document.attest", "case.note", "case.handOver"};
    return std::ranges::find(kinds, operation.kind) != kinds.end();
}

} // namespace

IngestService::IngestService(Gateway &gateway, Takes takes)
    : m_gateway(gateway)
    , m_takes(takes)
{
}

Result<Accepted> IngestService::take(const SignedIn &person, std::string_view frame)
{
    const auto opened = open(person, frame);
    const auto actor = opened ? actorOf(opened->operation) : opened.failure();
    if (!actor) {
        return actor.failure();
    }
    if (const auto told = tell(person, opened->operation); !told) {
        return told.failure();
    }
    auto accepted = m_gateway.operations().put(*actor, opened->operation.id, opened->parcel.bytes);
    const bool lacksDocuments = !accepted && accepted.failure().key == "documents.missing";
    return lacksDocuments ? Result<Accepted>(withFiles(accepted.failure(), opened->parcel.documents))
                          : accepted;
}

Result<Done> IngestService::takeDocument(
    const SignedIn &person, std::string_view frame, const std::string &file, std::string_view sealed)
{
    const auto opened = open(person, frame);
    if (!opened) {
        return opened.failure();
    }
    const auto &documents = opened->parcel.documents;
    const auto document = std::ranges::find(documents, file, &spool::SealedDocument::file);
    if (document == documents.end()) {
        return Failure{"sealed.unknown-document"};
    }
    const auto bytes = plainBytes(*opened, *document, sealed);
    if (!bytes) {
        return bytes.failure();
    }
    const auto upload = m_gateway.documents().announce(
        person, {document->sha256, document->mediaType, document->name, bytes->size(), {}});
    if (!upload) {
        return upload.failure();
    }
    const auto stored = m_gateway.documents().append(
        person, upload->id, upload->offset, {seal::sourceOf(*bytes), {}, bytes->size(), {}});
    return stored ? Result<Done>(Done{}) : stored.failure();
}

Result<IngestService::Opened> IngestService::open(const SignedIn &person, std::string_view frame) const
{
    const auto record = spool::recordOf(frame);
    if (!record) {
        return Failure{"sealed.malformed"};
    }
    auto parcel = spool::open(*m_gateway.suite(), m_gateway.sealingPair(), *record);
    if (!parcel) {
        const bool isMalformed = parcel.failure().key == "spool.malformed";
        return Failure{isMalformed ? "sealed.malformed" : "sealed.other-gateway"};
    }
    auto json = parseJson(parcel->bytes);
    auto operation = json ? casework::operationFromJson(std::move(*json)) : json.failure();
    if (!operation) {
        return operation.failure();
    }
    const bool mayBring = m_takes == Takes::OnesOwn ? operation->actor == person.actor.operatorName
                                                    : mayBeBroughtByOthers(*operation);
    if (!mayBring) {
        return Failure{"sealed.other-person"};
    }
    return Opened{std::move(*parcel), std::move(*operation)};
}

/// That it came sealed, who brought it and from which device; what was done by it is the line after.
Result<Done> IngestService::tell(const SignedIn &person, const casework::Operation &operation)
{
    auto entry = entryOf(person, trace::act::bringSealed);
    entry.caseId = operation.caseId;
    entry.operation = operation.id;
    entry.subject = operation.device;
    return m_gateway.traces().note(entry);
}

/// As if they had brought it themselves, with the roles they have now.
Result<SignedIn> IngestService::actorOf(const casework::Operation &operation)
{
    return m_gateway.context().database.read<SignedIn>([&](Connection &connection) -> Result<SignedIn> {
        const auto row = OperatorTable(connection).find(operation.actor);
        if (!row) {
            return Failure{"operation.other-actor"};
        }
        return SignedIn{gateway::actorOf(*row), row->displayName, operation.device, {}};
    });
}

Result<std::string> IngestService::plainBytes(
    const Opened &opened, const spool::SealedDocument &document, std::string_view sealed) const
{
    std::string bytes;
    const auto sink = [&bytes](std::string_view piece) -> Result<Done> {
        bytes += piece;
        return Done{};
    };
    const auto decrypted = m_gateway.suite()->decryptStream(
        opened.parcel.key, spool::placeOfFile(document.file), seal::sourceOf(sealed), sink);
    if (!decrypted) {
        return Failure{"sealed.damaged-document"};
    }
    return bytes;
}

} // namespace quanke::gateway
