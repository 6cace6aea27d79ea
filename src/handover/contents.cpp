#include "handover/contents.h"

#include <algorithm>

namespace quanke::handover {

namespace {

Failure malformed(const char *detail)
{
    return {"handover.damaged", Json::object(), detail};
}

Json toJson(const Enclosure &document)
{
    return {{"sha256", document.sha256}, {"size", document.size}, {"mediaType", document.mediaType},
        {"name", document.name}, {"pages", document.pages}};
}

/// A hexadecimal SHA-256, a case's id: nothing else ever becomes part of a name on the disk.
bool isPlainWord(const std::string &text)
{
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') || sign == '-';
    });
}

Enclosure enclosureFromJson(const Json &json)
{
    return {json.at("sha256").get<std::string>(), json.at("size").get<std::uint64_t>(),
        json.at("mediaType").get<std::string>(), json.at("name").get<std::string>(),
        json.at("pages").get<int>()};
}

Handing readHanding(const Json &json)
{
    return {json.at("id").get<std::string>(), json.at("actor").get<std::string>(),
        json.at("displayName").get<std::string>(), json.at("window").get<std::string>(),
        json.at("device").get<std::string>(), json.at("at").get<std::string>()};
}

Contents readContents(const Json &json)
{
    Contents contents;
    contents.caseId = json.at("case").get<std::string>();
    contents.number = json.at("number").get<std::string>();
    contents.draft = json.at("draft");
    for (const auto &document : json.at("documents")) {
        contents.documents.push_back(enclosureFromJson(document));
    }
    for (const auto &handing : json.at("handings")) {
        contents.handings.push_back(readHanding(handing));
    }
    return contents;
}

} // namespace

Json toJson(const Handing &handing)
{
    return {{"id", handing.id}, {"actor", handing.actor}, {"displayName", handing.displayName},
        {"window", handing.window}, {"device", handing.device}, {"at", handing.at}};
}

Result<Handing> handingFromJson(const Json &json)
{
    try {
        return readHanding(json);
    } catch (const Json::exception &) {
        return malformed("handing");
    }
}

Json toJson(const Contents &contents)
{
    Json documents = Json::array();
    for (const auto &document : contents.documents) {
        documents.push_back(toJson(document));
    }
    Json handings = Json::array();
    for (const auto &handing : contents.handings) {
        handings.push_back(toJson(handing));
    }
    return {{"case", contents.caseId}, {"number", contents.number}, {"draft", contents.draft},
        {"documents", std::move(documents)}, {"handings", std::move(handings)}};
}

Result<Contents> contentsFromJson(const Json &json)
{
    try {
        auto contents = readContents(json);
        const bool isWhole = isPlainWord(contents.caseId) && !contents.number.empty()
            && contents.draft.is_object() && !contents.handings.empty()
            && std::ranges::all_of(
                contents.documents, [](const Enclosure &document) { return isPlainWord(document.sha256); });
        if (!isWhole) {
            return malformed("contents");
        }
        const bool fits = std::ranges::all_of(
            contents.documents, [](const Enclosure &document) { return document.size <= longestDocument; });
        return fits ? Result<Contents>(std::move(contents)) : Failure{"handover.too-large"};
    } catch (const Json::exception &) {
        return malformed("contents");
    }
}

} // namespace quanke::handover
