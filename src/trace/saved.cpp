#include "trace/saved.h"

namespace quanke::trace {

std::string textOf(const Preface &preface)
{
    return canonicalText({{"chain", preface.chain}, {"key", preface.key}});
}

std::optional<Preface> prefaceIn(std::string_view line)
{
    if (!line.starts_with(R"({"chain":)")) { // no line of a chain does
        return std::nullopt;
    }
    const auto json = parseJson(line);
    const bool isWhole = json && json->size() == 2 && (*json)["chain"].is_string() && json->contains("key")
        && (*json)["key"].is_string();
    return isWhole ? std::optional(Preface{(*json)["chain"], (*json)["key"]}) : std::nullopt;
}

std::optional<Head> headIn(std::string_view line)
{
    if (!line.starts_with(R"({"at":)")) {
        return std::nullopt;
    }
    const auto json = parseJson(line);
    const auto head = json ? headFromJson(*json) : json.failure();
    return head ? std::optional(*head) : std::nullopt;
}

} // namespace quanke::trace
