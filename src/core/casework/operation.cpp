#include "core/casework/operation.h"

#include "core/base/date.h"
#include "core/base/identifier.h"
#include "core/casework/filereference.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace quanke::casework {

namespace {

constexpr std::size_t longestText = 4000; // bytes: a page of reasons

using Check = bool (*)(const Json &);
using Members = std::vector<std::pair<std::string_view, Check>>;

bool consistsOf(std::string_view text, std::string_view allowed)
{
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view wordCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

bool isText(const Json &json)
{
    return json.is_string() && json.get_ref<const std::string &>().size() <= longestText;
}

bool isName(const Json &json)
{
    return isText(json) && !json.get_ref<const std::string &>().empty();
}

bool isWord(const Json &json)
{
    if (!json.is_string()) {
        return false;
    }
    const auto &text = json.get_ref<const std::string &>();
    return !text.empty() && text.size() <= 64 && consistsOf(text, wordCharacters);
}

bool isDigest(const Json &json)
{
    if (!json.is_string()) {
        return false;
    }
    const auto &text = json.get_ref<const std::string &>();
    return text.size() == 64 && consistsOf(text, hexDigits);
}

bool isDigestOrEmpty(const Json &json)
{
    return json == Json("") || isDigest(json);
}

bool isIdentifier(const Json &json)
{
    return json.is_string() && isUuid(json.get_ref<const std::string &>());
}

bool isMoment(const Json &json)
{
    return json.is_string() && parseInstant(json.get_ref<const std::string &>()).has_value();
}

bool isPositive(const Json &json)
{
    return json.is_number_integer() && json.get<std::int64_t>() > 0;
}

bool isBoolean(const Json &json)
{
    return json.is_boolean();
}

bool isObject(const Json &json)
{
    return json.is_object();
}

bool isAnswers(const Json &json)
{
    return json.is_object() && std::ranges::all_of(json, isWord);
}

bool isWords(const Json &json)
{
    if (!json.is_array() || json.empty() || !std::ranges::all_of(json, isWord)) {
        return false;
    }
    return std::set<std::string>(json.begin(), json.end()).size() == json.size();
}

bool isStatement(const Json &json)
{
    return json == Json("original-seen");
}

bool isOutcome(const Json &json)
{
    return json == Json("approved") || json == Json("denied");
}

bool isEnvironment(const Json &json)
{
    return json == Json(nameOf(Environment::Production)) || json == Json(nameOf(Environment::Practice));
}

bool isFileOrNull(const Json &json)
{
    return json.is_null() || isFileReference(json);
}

bool isAmong(const Members &members, std::string_view name)
{
    return std::ranges::find(members, name, [](const auto &entry) { return entry.first; }) != members.end();
}

/// The first member that nobody knows, or nothing.
std::string firstUnknown(const Json &json, const Members &members, const Members &optional)
{
    for (const auto &[name, value] : json.items()) {
        if (!isAmong(members, name) && !isAmong(optional, name)) {
            return isWord(name) ? name : "unknown";
        }
    }
    return {};
}

/// The first member that is missing, unknown or wrong, or nothing.
std::string firstWrong(const Json &json, const Members &members, const Members &optional = {})
{
    if (!json.is_object()) {
        return "object";
    }
    for (const auto &[name, isRight] : members) {
        const auto member = json.find(name);
        if (member == json.end() || !isRight(*member)) {
            return std::string(name);
        }
    }
    for (const auto &[name, isRight] : optional) {
        const auto member = json.find(name);
        if (member != json.end() && !isRight(*member)) {
            return std::string(name);
        }
    }
    return firstUnknown(json, members, optional);
}

bool isApplicant(const Json &json)
{
    return firstWrong(json, {{"name", isText}, {"idNo", isText}}).empty();
}

bool isCollector(const Json &json)
{
    return firstWrong(json, {{"name", isText}, {"idNo", isText}, {"mobile", isText}}).empty();
}

bool isCorrectionItem(const Json &json)
{
    return firstWrong(json, {{"key", isText}, {"reason", isText}}).empty();
}

bool isCorrectionItems(const Json &json)
{
    return json.is_array() && !json.empty() && std::ranges::all_of(json, isCorrectionItem);
}

bool isHanding(const Json &json)
{
    return firstWrong(json, {{"actor", isWord}, {"window", isText}, {"at", isMoment}}).empty();
}

bool isHandings(const Json &json)
{
    return json.is_array() && !json.empty() && std::ranges::all_of(json, isHanding);
}

bool isReviewPoint(const Json &json)
{
    return firstWrong(json, {{"id", isWord}, {"met", isBoolean}}).empty();
}

bool isReviewPoints(const Json &json)
{
    return json.is_array() && std::ranges::all_of(json, isReviewPoint);
}

const Members envelope{{"id", isIdentifier}, {"kind", isWord}, {"device", isWord}, {"sequence", isPositive},
    {"previous", isDigestOrEmpty}, {"actor", isWord}, {"environment", isEnvironment}, {"at", isMoment},
    {"case", isIdentifier}, {"body", isObject}};
/// Left out where nothing is known, so that the bytes of operations from before are what they were.
const Members envelopeWhereKnown{{"base", isIdentifier}, {"window", isName}};

/// What the bodies hold, by kind: the one list of kinds there are.
const std::map<std::string, Members, std::less<>> &bodies()
{
    static const std::map<std::string, Members, std::less<>> table{
        {"case.submit",
            {{"number", isWord}, {"bundle", isWord}, {"forms", isDigest}, {"ticked", isWords},
                {"answers", isAnswers}, {"values", isObject}, {"applicant", isApplicant},
                {"window", isText}}},
        {"document.attest", {{"sha256", isDigest}, {"statement", isStatement}}},
        {"subcase.accept", {{"matter", isWord}}},
        {"subcase.requestCorrection", {{"matter", isWord}, {"items", isCorrectionItems}}},
        {"subcase.supplement", {{"matter", isWord}, {"values", isObject}}},
        {"subcase.refuse", {{"matter", isWord}, {"reason", isText}, {"clause", isText}}},
        {"subcase.decide",
            {{"matter", isWord}, {"outcome", isOutcome}, {"reason", isText}, {"reviewPoints", isReviewPoints},
                {"outputs", isObject}, {"document", isFileOrNull}}},
        {"result.issue", {{"matters", isWords}, {"collector", isCollector}, {"signature", isFileOrNull}}},
        {"case.note", {{"text", isText}}},
        {"case.handOver", {{"window", isName}, {"reason", isText}}},
        {"case.resolve",
            {{"matter", isWord}, {"late", isIdentifier}, {"chosen", isIdentifier}, {"reason", isText}}},
    };
    return table;
}

/// Members of bodies that came later.
const Members &furtherMembers(const std::string &kind)
{
    static const std::map<std::string, Members> table{
        {"case.handOver", {{"clerk", isWord}}}, {"case.submit", {{"handings", isHandings}}}};
    static const Members none;
    const auto found = table.find(kind);
    return found == table.end() ? none : found->second;
}

Failure failureAt(const char *key, std::string member)
{
    return {key, {{"member", std::move(member)}}, {}};
}

/// What nobody knows comes of a later form; whatever else is wrong beside it may be right in that one. `place` is before the
/// members' names.
Result<Done> check(
    const Json &json, const Members &members, const Members &optional, const std::string &place)
{
    const auto unknown = json.is_object() ? firstUnknown(json, members, optional) : std::string();
    if (!unknown.empty()) {
        return failureAt("operation.too-new", place + unknown);
    }
    const auto wrong = firstWrong(json, members, optional);
    return wrong.empty() ? Result<Done>(Done{}) : failureAt("operation.malformed", place + wrong);
}

} // namespace

std::string_view nameOf(Environment environment)
{
    return environment == Environment::Production ? "production" : "practice";
}

Json toJson(const Operation &operation)
{
    Json json{{"id", operation.id}, {"kind", operation.kind}, {"device", operation.device},
        {"sequence", operation.sequence}, {"previous", operation.previous}, {"actor", operation.actor},
        {"environment", nameOf(operation.environment)}, {"at", operation.at}, {"case", operation.caseId},
        {"body", operation.body}};
    if (!operation.base.empty()) {
        json["base"] = operation.base;
    }
    if (!operation.window.empty()) {
        json["window"] = operation.window;
    }
    return json;
}

Result<Operation> envelopeFromJson(Json json)
{
    if (const auto checked = check(json, envelope, envelopeWhereKnown, {}); !checked) {
        return checked.failure();
    }
    Operation operation;
    operation.id = json["id"];
    operation.kind = json["kind"];
    operation.device = json["device"];
    operation.sequence = json["sequence"];
    operation.previous = json["previous"];
    operation.actor = json["actor"];
    operation.environment =
        json["environment"] == "production" ? Environment::Production : Environment::Practice;
    operation.at = json["at"];
    operation.caseId = json["case"];
    operation.body = std::move(json["body"]);
    operation.base = json.value("base", std::string());
    operation.window = json.value("window", std::string());
    return operation;
}

Result<Operation> operationFromJson(Json json)
{
    auto operation = envelopeFromJson(std::move(json));
    if (!operation) {
        return operation;
    }
    const auto body = bodies().find(operation->kind);
    if (body == bodies().end()) {
        return failureAt("operation.too-new", "kind");
    }
    if (const auto checked = check(operation->body, body->second, furtherMembers(operation->kind), "body.");
        !checked) {
        return checked.failure();
    }
    return operation;
}

std::string bytesOf(const Operation &operation)
{
    return canonicalText(toJson(operation));
}

} // namespace quanke::casework
