#include "gateway/http/tus.h"

#include "seal/text.h"

#include <map>
#include <sstream>

namespace quanke::gateway {

namespace {

Failure malformed(const std::string &member)
{
    return {"upload.malformed", {{"member", member}}, {}};
}

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(' ');
    const auto last = text.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

Result<std::map<std::string, std::string>> pairsIn(const std::string &metadata)
{
    std::map<std::string, std::string> pairs;
    std::istringstream stream(metadata);
    for (std::string part; std::getline(stream, part, ',');) {
        const auto pair = trimmed(part);
        const auto space = pair.find(' ');
        const auto value =
            seal::fromBase64(space == std::string::npos ? std::string() : pair.substr(space + 1));
        if (!value || !pairs.emplace(pair.substr(0, space), *value).second) {
            return malformed("Upload-Metadata");
        }
    }
    return pairs;
}

} // namespace

Result<Announcement> announcementIn(const std::string &metadata)
{
    const auto pairs = pairsIn(metadata);
    if (!pairs) {
        return pairs.failure();
    }
    for (const char *name : {"sha256", "mediaType", "name"}) {
        if (!pairs->contains(name)) {
            return malformed(name);
        }
    }
    const auto begin =
        pairs->contains("resume") ? Announcement::Begin::WhereItStands : Announcement::Begin::Anew;
    return Announcement{pairs->at("sha256"), pairs->at("mediaType"), pairs->at("name"), 0, begin};
}

} // namespace quanke::gateway
