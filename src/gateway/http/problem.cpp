#include "gateway/http/problem.h"

#include <algorithm>
#include <array>

namespace quanke::gateway {

namespace {

struct Entry {
    std::string_view key; ///< whole, or an area when it ends in a dot
    int status;
    std::string_view title;
};

constexpr std::array table{
    Entry{"json.too-large", 413, "The body is larger than accepted"},
    Entry{"json.", 400, "The body is not acceptable JSON"},
    Entry{"request.too-large", 413, "The body is larger than accepted"},
    Entry{"request.content-type", 415, "The body is of another media type than expected"},
    Entry{"request.unknown-member", 422, "The body has a member that is not known"},
    Entry{"request.malformed", 422, "A member of the body is missing or of the wrong type"},
    Entry{"request.too-often", 429, "Too much was read at once; try again in a while"},
    Entry{"request.parameter", 400, "A parameter or header is missing or malformed"},
    Entry{"route.unknown", 404, "There is nothing at this address"},
    Entry{"route.method", 405, "This address does not know the method"},
    Entry{"session.missing", 401, "A valid session is needed"},
    Entry{"session.refused", 401, "Name or password is wrong"},
    Entry{"session.locked", 429, "Too many wrong passwords; try again later"},
    Entry{"session.first-password", 403, "Somebody else chose the password; change it first"},
    Entry{"session.wrong-role", 403, "The operator's roles do not allow this"},
    Entry{"operation.malformed", 422, "The operation is not well formed"},
    Entry{"operation.too-new", 422, "The operation is of a form that this gateway does not know"},
    Entry{"operation.id-mismatch", 422, "Address and operation name different ids"},
    Entry{"operation.conflict", 422, "The id was used for another operation"},
    Entry{"operation.not-allowed", 403, "The operator's roles do not allow this act"},
    Entry{"operation.other-actor", 403, "The operation names another operator"},
    Entry{"operation.other-device", 403, "The operation names another device"},
    Entry{"operation.wrong-environment", 403, "Practice and production do not mix"},
    Entry{"operation.wrong-department", 403, "The matter is another department's"},
    Entry{"operation.same-person", 403,
        "Who received or edited the case does not decide it, nor the other way about"},
    Entry{"operation.wrong-state", 409, "The matter is not in a state that allows this act"},
    Entry{"operation.sequence-used", 409, "The device used this sequence number before"},
    Entry{"operation.chain-broken", 409, "The operation before this one is not the one that came"},
    Entry{"operation.unknown-matter", 422, "The matter does not exist or is not of this case"},
    Entry{"operation.unknown-bundle", 422, "The bundle does not exist"},
    Entry{"operation.unknown-key", 422, "A key is named that does not belong here"},
    Entry{"operation.reason-missing", 422, "A reason is needed"},
    Entry{"operation.review-points-missing", 422, "A review point has not been found met"},
    Entry{"case.unknown", 404, "There is no such case"},
    Entry{"case.exists", 409, "The case exists already"},
    Entry{"case.number-taken", 409, "The number belongs to another case"},
    Entry{"case.held-there", 409, "The case is at that window already"},
    Entry{"case.unknown-clerk", 422, "Nobody of that name goes on with cases here"},
    Entry{"case.busy", 409, "The case is being changed by others; try again"},
    Entry{"case.conflict", 409, "Somebody else changed the same meanwhile; both versions are kept"},
    Entry{"lease.held", 409, "Somebody else works on the case"},
    Entry{"conflict.unknown", 422, "There are no such versions to choose from"},
    Entry{"conflict.resolved", 409, "Somebody has chosen already"},
    Entry{"conflict.moved", 409, "What stands has changed since the versions were compared; look again"},
    Entry{"case.invalid", 422, "The values do not satisfy the form"},
    Entry{"compose.", 422, "Bundle, matters and answers do not fit together"},
    Entry{"documents.missing", 409, "Documents have not been uploaded yet"},
    Entry{"documents.mismatch", 422, "Size or type are not those of the stored document"},
    Entry{"sealed.malformed", 422, "This is no record of a desk's spool, or it was altered"},
    Entry{"sealed.other-gateway", 422, "The record was sealed to another gateway, or altered"},
    Entry{"sealed.other-person", 403, "Only its own operator brings a record"},
    Entry{"sealed.unknown-document", 404, "The record names no such document"},
    Entry{"sealed.damaged-document", 422, "The sealed document was altered"},
    Entry{"device.revoked", 403, "The certificate of this device was revoked"},
    Entry{"device.expired", 403, "The certificate of this device has ended"},
    Entry{"revocations.unreadable", 503, "The gateway cannot tell which devices were revoked"},
    Entry{"device.other-certificate", 403, "The certificate is another device's"},
    Entry{"device.unknown", 404, "No desk of that name was ever here"},
    Entry{"device.other", 403, "Only the device itself may ask"},
    Entry{"document.unknown", 404, "There is no such document"},
    Entry{"document.digest-mismatch", 422, "The bytes are not those that were announced"},
    Entry{"document.wrong-type", 415, "Only PDF, JPEG and PNG are taken"},
    Entry{"upload.version", 412, "Only tus 1.0.0 is spoken"},
    Entry{"upload.unknown", 404, "There is no such upload"},
    Entry{"upload.malformed", 422, "The upload's announcement is not well formed"},
    Entry{"upload.too-large", 413, "The document is larger than accepted"},
    Entry{"upload.too-long", 413, "More bytes came than were announced"},
    Entry{"upload.checksum-algorithm", 400, "Checksums of that algorithm are not known"},
    Entry{"upload.checksum-mismatch", 460, "The piece is not what its checksum says; send it again"},
    Entry{"upload.offset-mismatch", 409, "The upload stands at another offset"},
    Entry{"upload.superseded", 409, "Another request took the upload over"},
    Entry{"upload.interrupted", 400, "The connection was cut"},
    Entry{"operator.roles-exclusive", 422, "Trainers, administrators and auditors have no other role"},
    Entry{"operator.password-missing", 422, "A new operator needs a password"},
    Entry{"operator.password-weak", 422, "The password is too easy to guess"},
    Entry{"password.same", 422, "The new password is the one before"},
    Entry{"operator.unknown", 404, "There is no such operator"},
    Entry{"operator.oneself", 409, "Nobody removes themselves"},
    Entry{"operator.malformed", 422, "The operator's entry is not well formed"},
    Entry{"trace.malformed", 422, "A line of the trace is not well formed"},
    Entry{"trace.gap", 409, "Lines of the trace are missing before the first"},
    Entry{"trace.forked", 409, "The trace is not the one that came before"},
    Entry{"request.no-room", 503, "Too much is being sent at the moment; try again in a while"},
    Entry{"store.", 503, "The gateway cannot store anything at the moment"},
    Entry{"file.unwritable", 503, "The gateway cannot store anything at the moment"},
};

const Entry *find(std::string_view key)
{
    const auto entry = std::ranges::find_if(table, [key](const Entry &candidate) {
        return candidate.key.ends_with('.') ? key.starts_with(candidate.key) : key == candidate.key;
    });
    return entry == table.end() ? nullptr : &*entry;
}

/// Failures of our own disk and database say nothing that concerns the caller.
bool isInward(std::string_view key)
{
    return key.starts_with("store.") || key.starts_with("file.");
}

} // namespace

bool isKnownProblem(std::string_view key)
{
    return find(key) != nullptr;
}

wire::HttpProblem problemOf(const Failure &failure, const std::string &requestId)
{
    const auto *entry = find(failure.key);
    if (entry == nullptr) {
        return {500, "internal", "Something went wrong inside the gateway", requestId, Json::object()};
    }
    if (isInward(failure.key)) {
        return {entry->status, "store.unavailable", std::string(entry->title), requestId, Json::object()};
    }
    return {entry->status, failure.key, std::string(entry->title), requestId, failure.arguments};
}

} // namespace quanke::gateway
