#include "gateway/http/routes.h"
#include "gateway/ingest/ingestservice.h"
#include "spool/record.h"

namespace quanke::gateway {

namespace {

constexpr std::string_view mediaType = "application/vnd.quanke.sealed";
/// A record and a document of 20 MiB, sealed.
constexpr std::size_t largestBody = 32 * 1024 * 1024;

Result<std::string> bodyOf(const Request &request)
{
    if (request.header("content-type") != mediaType) {
        return Failure{"request.content-type", {{"expected", mediaType}}, {}};
    }
    return readWhole(
        request.incoming, largestBody, Failure{"request.too-large", {{"limit", largestBody}}, {}});
}

/// The frame at the front of the body, which names the operation of the address.
Result<std::string_view> frameIn(std::string_view body, const Request &request)
{
    const auto frame = body.substr(0, spool::frontOf(body).length);
    const auto record = spool::recordOf(frame);
    if (!record) {
        return Failure{"sealed.malformed"};
    }
    return record->label.operation == request.path.at("operation") ? Result<std::string_view>(frame)
                                                                   : Failure{"operation.id-mismatch"};
}

Result<Answer> take(IngestService &ingest, const Request &request)
{
    const auto body = bodyOf(request);
    const auto frame = body ? frameIn(*body, request) : body.failure();
    const auto accepted = frame ? ingest.take(request.person, *frame) : frame.failure();
    return accepted
        ? Result<Answer>(jsonAnswer(accepted->repeated ? 200 : 201, wire::toJson(accepted->receipt)))
        : accepted.failure();
}

Result<Answer> takeDocument(IngestService &ingest, const Request &request)
{
    const auto body = bodyOf(request);
    const auto frame = body ? frameIn(*body, request) : body.failure();
    if (!frame) {
        return frame.failure();
    }
    const auto sealed = std::string_view(*body).substr(frame->size());
    const auto taken = ingest.takeDocument(request.person, *frame, request.path.at("file"), sealed);
    return taken ? Result<Answer>(Answer{204, {}, {}, {}, {}}) : taken.failure();
}

} // namespace

std::vector<Route> ingestRoutes(Gateway &gateway)
{
    const auto ingest = std::make_shared<IngestService>(gateway, IngestService::Takes::OnesOwn);
    return {
        {"PUT", "/v1/sealed/{operation}", signedIn(), Body::Bytes,
            [ingest](const Request &request) { return take(*ingest, request); }},
        {"PUT", "/v1/sealed/{operation}/documents/{file}", signedIn(), Body::Bytes,
            [ingest](const Request &request) { return takeDocument(*ingest, request); }},
    };
}

} // namespace quanke::gateway
