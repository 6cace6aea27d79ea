#include "trace/head.h"

#include "seal/text.h"

namespace quanke::trace {

namespace {

Json unsignedJson(const Head &head)
{
    return {{"at", head.at}, {"chain", head.chain}, {"digest", head.digest}, {"number", head.number}};
}

} // namespace

Json toJson(const Head &head)
{
    auto json = unsignedJson(head);
    json["signature"] = head.signature;
    return json;
}

Result<Head> headFromJson(const Json &json)
{
    const auto isText = [&json](const char *name) { return json.contains(name) && json[name].is_string(); };
    const bool isWhole = json.is_object() && json.size() == 5 && isText("at") && isText("chain")
        && isText("digest") && isText("signature") && json.contains("number")
        && json["number"].is_number_unsigned();
    if (!isWhole) {
        return Failure{"trace.malformed"};
    }
    return Head{json["chain"], json["number"], json["digest"], json["at"], json["signature"]};
}

std::string signedText(const Head &head)
{
    return canonicalText(unsignedJson(head));
}

bool isSignedBy(const std::string &publicKey, const Head &head)
{
    const auto key = seal::fromBase64(publicKey);
    const auto signature = seal::fromBase64(head.signature);
    return key && signature && seal::isSignedBy(*key, signedText(head), *signature);
}

} // namespace quanke::trace
