#pragma once

#include "core/base/result.h"
#include "core/casework/casefile.h"
#include "core/wire/ticket.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// clang-format off
/// What travels between desk and gateway; the whole contract is the gateway's /openapi.json.
///
///   POST   /v1/sessions                     {operator, password, device, absence?} → Session (sign in)
///   DELETE /v1/sessions/current             → 204
///   PUT    /v1/password                     {operator, password, newPassword, device} → 204, without a token
///   PUT    /v1/ops/{id}                     Operation → 201 Receipt; same id and bytes: 200 and the receipt as it stands by
///                                           then; other bytes: 422 operation.conflict; documents not here yet: 409
///                                           documents.missing ("digests"), to be put again under the same id once they are
///                                           uploaded; somebody else changed the same since: 409 case.conflict ("matter",
///                                           "heads" {stands, late}, "receipt": it is kept beside)
///   GET    /v1/devices/{id}/watermark       → Watermark, to that device alone; the gateway's signed word on how far its log
///                                           is durable is in it
///   PUT    /v1/sealed/{operation}           a record of a desk's spool (spool/record.h) → as PUT /v1/ops
///   PUT    /v1/sealed/{operation}/documents/{file}   the record and a sealed document → 204
///   GET    /v1/changes?cursor=N&wait=S      → {cursor, changes: [Change…]}; wait ≤ 25 s
///   GET    /v1/work                         → {items: [WorkItem…]}, of the signed-in approver's department
///   GET    /v1/cases?number=&state=&text=   → {items: [CaseSummary…]}
///   GET    /v1/cases/{id}                   → case view; a department's holds only its part
///   POST   /v1/uploads (tus 1.0)            Upload-Length, Upload-Metadata: sha256, mediaType, name → 201 Location
///   HEAD   /v1/uploads/{id}, PATCH …        offsets as tus 1.0; finished only when the SHA-256 from disk is right
///   GET    /v1/documents/{sha256}           → the bytes
///   GET    /v1/operators, PUT and DELETE …/{name}    the administrator's: who may sign in, with which roles
///   PUT    /v1/cases/{id}/lease             {window, instead?} → Lease: who works on it; another's: 409 lease.held
///                                           ("lease"), to be taken over by its fence ("instead")
///   DELETE /v1/cases/{id}/lease             → 204
///   GET    /v1/hall                         → Hall, without a token
///   GET    /v1/health, /openapi.json        without a token
// clang-format on
namespace quanke::wire {

/// A problem (RFC 9457). `type` is "urn:quanke:problem:" + key and stable; never holds an exception's text.
struct HttpProblem {
    int status = 500;
    std::string key;
    std::string title;
    std::string requestId;
    Json arguments = Json::object();
};
Json toJson(const HttpProblem &problem);
Result<HttpProblem> problemFromJson(const Json &json);

/// What the gateway says of an operation that it has taken: synced on its own disk; and in a verified copy on a second
/// medium as well (or there is to be none). Nothing is wiped at a desk before the second.
inline constexpr std::string_view receivedStage = "received";
inline constexpr std::string_view durableStage = "durable";

/// What the gateway answers to an operation, signed by its key (Session::gatewayKey). The same again is answered as things
/// stand then: another stage, another epoch.
struct Receipt {
    std::string operation;
    std::string digest; ///< SHA-256 (hex) of the operation's bytes
    std::string stage; ///< receivedStage or durableStage
    std::string at;
    std::uint64_t position = 0; ///< in the gateway's log
    std::string signature; ///< over the other members, base64
    std::string epoch{}; ///< of that log: after a backup was put back the same positions are given to others
};
Json toJson(const Receipt &receipt);
/// What the signature is over: the canonical text of the other members.
std::string signedText(const Receipt &receipt);
Result<Receipt> receiptFromJson(const Json &json);

/// What the gateway holds of one desk's operations, which the desk numbers 1, 2, 3 … without a gap.
struct Watermark {
    std::string device;
    std::string epoch; ///< of the gateway's store; a new one says that it was put back to an earlier state
    std::uint64_t contiguous = 0; ///< all up to here are stored, or were refused: none is missing
    std::string head; ///< SHA-256 (hex) of that operation's bytes; empty for none
    /// Numbers that are stored, and those alone: unbroken runs, in their order.
    struct Run {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        bool operator==(const Run &) const = default;
    };
    std::vector<Run> stored;
    /// Everything up to this position of the epoch's log is durable, whoever brought it.
    std::uint64_t durable = 0;
    std::string signature{}; ///< of that alone, over `durable` and `epoch`, base64
};
Json toJson(const Watermark &watermark);
/// What the signature is over: the canonical text of {durable, epoch}.
std::string signedText(const Watermark &watermark);
Result<Watermark> watermarkFromJson(const Json &json);

struct SignedInOperator {
    std::string name; ///< for signing in: "wangxm"
    std::string displayName; ///< 王小满
    std::vector<std::string> roles;
    std::string department; ///< empty for the hall's own people
    std::string hall;
};
Json toJson(const SignedInOperator &person);
Result<SignedInOperator> operatorFromJson(const Json &json);

/// Somebody a case can be handed to.
struct Colleague {
    std::string name; ///< for signing in
    std::string displayName;
};
Json toJson(const Colleague &colleague);
Result<Colleague> colleagueFromJson(const Json &json);

struct Session {
    std::string token;
    std::string expiresAt;
    SignedInOperator person;
    std::string gatewayKey; ///< public key of receipts, base64
    std::string sealingKey{}; ///< public key that second copies are sealed to, base64
    std::string suite{}; ///< what the hall seals and signs with (src/seal): "sodium" or "shangmi"
    Ticket ticket{}; ///< empty for whoever works only with the gateway at hand
};
Json toJson(const Session &session);
Result<Session> sessionFromJson(const Json &json);

/// Something happened to a case: fetch it again.
struct Change {
    std::uint64_t position = 0;
    std::string kind; ///< the operation's kind
    std::string caseId;
    std::string matter; ///< empty for the whole case
    std::string at;
};
Json toJson(const Change &change);
Result<Change> changeFromJson(const Json &json);

/// A sub-case on a department's desk.
struct WorkItem {
    std::string caseId;
    std::string number;
    std::string matter;
    std::string bundle;
    std::string state;
    std::string applicant;
    std::string receivedAt;
    std::string due; ///< date, empty when no limit binds
};
Json toJson(const WorkItem &item);
Result<WorkItem> workItemFromJson(const Json &json);

/// A case in a list.
struct CaseSummary {
    std::string id;
    std::string number;
    std::string bundle;
    std::string applicant; ///< the name
    std::string window;
    std::string receivedAt;
    std::map<std::string, std::string> states; ///< matter → state; for a department its own matters only
};
Json toJson(const CaseSummary &summary);
Result<CaseSummary> summaryFromJson(const Json &json);

/// The hall a gateway serves.
struct Hall {
    struct Window {
        std::string station; ///< division code of the county, township or village
        std::string name;
    };
    std::string name; ///< 青石县政务服务中心
    std::string division;
    std::vector<Window> windows;
};
Json toJson(const Hall &hall);
Result<Hall> hallFromJson(const Json &json);

Json toJson(const casework::Lease &lease);
Result<casework::Lease> leaseFromJson(const Json &json);

/// A case as GET /v1/cases/{id} gives it; for departments reduced by casework::viewOf.
Json toJson(const casework::CaseFile &file);
/// The same without values and history.
Json standingToJson(const casework::CaseFile &file);
Result<casework::CaseFile> caseFromJson(const Json &json);

} // namespace quanke::wire
