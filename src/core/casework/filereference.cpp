#include "core/casework/filereference.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace quanke::casework {

namespace {

bool isDigest(const std::string &text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool isMediaType(const std::string &text)
{
    constexpr std::array<std::string_view, 3> known{"application/pdf", "image/jpeg", "image/png"};
    return std::ranges::find(known, text) != known.end();
}

bool isInRange(const Json &json, std::uint64_t most)
{
    return json.is_number_integer() && json.get<std::int64_t>() >= 1
        && std::uint64_t(json.get<std::int64_t>()) <= most;
}

bool isRight(const std::string &member, const Json &value)
{
    if (member == "size") {
        return isInRange(value, largestDocument);
    }
    if (member == "pages") {
        return isInRange(value, 100'000);
    }
    if (!value.is_string()) {
        return false;
    }
    const auto &text = value.get_ref<const std::string &>();
    if (member == "sha256") {
        return isDigest(text);
    }
    if (member == "mediaType") {
        return isMediaType(text);
    }
    return (member == "name" || member == "licence") && !text.empty() && text.size() <= 1000;
}

void collect(const Json &json, std::vector<FileReference> &into)
{
    if (isFileReference(json)) {
        into.push_back({json["sha256"], json["mediaType"], json["size"], json["name"]});
        return;
    }
    if (json.is_structured()) {
        for (const auto &item : json) {
            collect(item, into);
        }
    }
}

} // namespace

bool isFileReference(const Json &json)
{
    if (!json.is_object()) {
        return false;
    }
    for (const char *member : {"sha256", "mediaType", "size", "name"}) {
        if (!json.contains(member)) {
            return false;
        }
    }
    for (const auto &[member, value] : json.items()) {
        if (!isRight(member, value)) {
            return false;
        }
    }
    return true;
}

std::string_view mediaTypeOf(std::string_view firstBytes)
{
    if (firstBytes.starts_with("%PDF-")) {
        return "application/pdf";
    }
    if (firstBytes.starts_with("\xff\xd8\xff")) {
        return "image/jpeg";
    }
    return firstBytes.starts_with("\x89PNG\r\n\x1a\n") ? "image/png" : "";
}

std::vector<FileReference> filesIn(const Json &json)
{
    std::vector<FileReference> files;
    collect(json, files);
    return files;
}

} // namespace quanke::casework
