#include "core/casework/filereference.h"
#include "gateway/http/routes.h"
#include "gateway/http/tus.h"

namespace quanke::gateway {

namespace {

using casework::Duty;

constexpr std::uint64_t farBeyondAnyLimit = std::uint64_t(1) << 40;

/// Whoever puts documents into cases: at the window, into a decision, at the hand-over.
const std::set<Duty> &bringsDocuments()
{
    static const std::set<Duty> duties{
        Duty::ReceiveCase, Duty::SupplementCase, Duty::DecideSubCase, Duty::IssueResult};
    return duties;
}

Result<Done> checkVersion(const Request &request)
{
    if (request.header("tus-resumable") != tusVersion) {
        return Failure{"upload.version", {{"version", tusVersion}}, {}};
    }
    return Done{};
}

Answer tusAnswer(int status)
{
    Answer answer{status, {}, {}, {}, {}};
    answer.headers.emplace_back("Tus-Resumable", tusVersion);
    return answer;
}

Result<Answer> capabilities()
{
    auto answer = tusAnswer(204);
    answer.headers.emplace_back("Tus-Version", tusVersion);
    answer.headers.emplace_back("Tus-Extension", tusExtensions);
    answer.headers.emplace_back("Tus-Checksum-Algorithm", checksumAlgorithms);
    answer.headers.emplace_back("Tus-Max-Size", std::to_string(casework::largestDocument));
    return answer;
}

Result<Answer> announce(Gateway &gateway, const Request &request)
{
    if (const auto checked = checkVersion(request); !checked) {
        return checked.failure();
    }
    const auto length = numberIn(request.header("upload-length"), "Upload-Length", farBeyondAnyLimit);
    if (!length) {
        return length.failure();
    }
    auto announcement = announcementIn(request.header("upload-metadata"));
    if (!announcement) {
        return announcement.failure();
    }
    announcement->length = *length;
    const auto upload = gateway.documents().announce(request.person, *announcement);
    if (!upload) {
        return upload.failure();
    }
    auto answer = tusAnswer(201);
    answer.headers.emplace_back("Location", "/v1/uploads/" + upload->id);
    answer.headers.emplace_back("Upload-Offset", std::to_string(upload->offset));
    return answer;
}

Result<Answer> status(Gateway &gateway, const Request &request)
{
    if (const auto checked = checkVersion(request); !checked) {
        return checked.failure();
    }
    const auto found = gateway.documents().status(request.person, request.path.at("id"));
    if (!found) {
        return found.failure();
    }
    auto answer = tusAnswer(200);
    answer.headers.emplace_back("Upload-Offset", std::to_string(found->offset));
    answer.headers.emplace_back("Upload-Length", std::to_string(found->length));
    answer.headers.emplace_back("Cache-Control", "no-store");
    return answer;
}

Result<Answer> append(Gateway &gateway, const Request &request)
{
    if (const auto checked = checkVersion(request); !checked) {
        return checked.failure();
    }
    if (request.header("content-type") != "application/offset+octet-stream") {
        return Failure{"request.content-type", {{"expected", "application/offset+octet-stream"}}, {}};
    }
    const auto offset = numberIn(request.header("upload-offset"), "Upload-Offset", farBeyondAnyLimit);
    if (!offset) {
        return offset.failure();
    }
    auto incoming = request.incoming;
    if (const auto header = request.header("upload-checksum"); !header.empty()) {
        const auto checksum = checksumIn(header);
        if (!checksum) {
            return checksum.failure();
        }
        incoming.checksum = *checksum;
    }
    const auto reached = gateway.documents().append(request.person, request.path.at("id"), *offset, incoming);
    if (!reached) {
        return reached.failure();
    }
    auto answer = tusAnswer(204);
    answer.headers.emplace_back("Upload-Offset", std::to_string(reached->offset));
    return answer;
}

Result<Answer> terminate(Gateway &gateway, const Request &request)
{
    if (const auto checked = checkVersion(request); !checked) {
        return checked.failure();
    }
    const auto terminated = gateway.documents().terminate(request.person, request.path.at("id"));
    return terminated ? Result<Answer>(tusAnswer(204)) : Result<Answer>(terminated.failure());
}

Result<Answer> fetch(Gateway &gateway, const Request &request)
{
    const auto purpose = purposeOf(request);
    if (!purpose) {
        return purpose.failure();
    }
    const auto found = gateway.documents().find(request.person, request.path.at("sha256"));
    auto line = entryOf(request.person, trace::act::viewDocument);
    line.purpose = *purpose;
    if (!found) {
        return notShown(gateway, line, found.failure());
    }
    line.document = found->row.sha256;
    if (const auto noted = gateway.traces().note(line); !noted) {
        return noted.failure();
    }
    Answer answer{200, found->row.mediaType, {}, found->path, {}};
    answer.headers.emplace_back("ETag", "\"" + found->row.sha256 + "\"");
    answer.headers.emplace_back("Content-Disposition", "attachment");
    return answer;
}

} // namespace

std::vector<Route> documentRoutes(Gateway &gateway)
{
    return {
        {"OPTIONS", "/v1/uploads", anybody(), Body::None, [](const Request &) { return capabilities(); }},
        {"POST", "/v1/uploads", withDuty(bringsDocuments()), Body::None,
            [&gateway](const Request &request) { return announce(gateway, request); }},
        {"HEAD", "/v1/uploads/{id}", withDuty(bringsDocuments()), Body::None,
            [&gateway](const Request &request) { return status(gateway, request); }},
        {"PATCH", "/v1/uploads/{id}", withDuty(bringsDocuments()), Body::Bytes,
            [&gateway](const Request &request) { return append(gateway, request); }},
        {"DELETE", "/v1/uploads/{id}", withDuty(bringsDocuments()), Body::None,
            [&gateway](const Request &request) { return terminate(gateway, request); }},
        {"GET", "/v1/documents/{sha256}", withDuty({Duty::ViewCases, Duty::ViewDepartmentWork}), Body::None,
            [&gateway](const Request &request) { return fetch(gateway, request); }},
    };
}

} // namespace quanke::gateway
