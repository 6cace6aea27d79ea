#include "trace/page.h"

#include <algorithm>

namespace quanke::trace {

namespace {

bool areTexts(const Json &json)
{
    return json.is_array() && std::ranges::all_of(json, [](const Json &item) { return item.is_string(); });
}

Result<std::vector<Head>> headsIn(const Json &json)
{
    std::vector<Head> heads;
    for (const auto &item : json) {
        const auto head = headFromJson(item);
        if (!head) {
            return head.failure();
        }
        heads.push_back(*head);
    }
    return heads;
}

} // namespace

Json toJson(const Page &page)
{
    Json heads = Json::array();
    for (const auto &head : page.heads) {
        heads.push_back(toJson(head));
    }
    return {{"chain", page.chain}, {"key", page.key}, {"lines", page.lines}, {"heads", heads},
        {"devices", page.devices}};
}

Result<Page> pageFromJson(const Json &json)
{
    const bool isWhole = json.is_object() && json.contains("chain") && json["chain"].is_string()
        && json.contains("key") && json["key"].is_string() && json.contains("lines")
        && areTexts(json["lines"]) && json.contains("devices") && areTexts(json["devices"])
        && json.contains("heads") && json["heads"].is_array();
    const auto heads = isWhole ? headsIn(json["heads"]) : Failure{"trace.malformed"};
    if (!heads) {
        return heads.failure();
    }
    return Page{json["chain"], json["key"], json["lines"], *heads, json["devices"]};
}

Json toJson(const Countersigned &countersigned)
{
    return {{"desk", toJson(countersigned.desk)}, {"gateway", toJson(countersigned.gateway)}};
}

Result<Countersigned> countersignedFromJson(const Json &json)
{
    if (!json.is_object() || !json.contains("desk") || !json.contains("gateway")) {
        return Failure{"trace.malformed"};
    }
    const auto desk = headFromJson(json["desk"]);
    const auto gateway = headFromJson(json["gateway"]);
    return desk && gateway ? Result<Countersigned>(Countersigned{*desk, *gateway})
                           : Failure{"trace.malformed"};
}

} // namespace quanke::trace
