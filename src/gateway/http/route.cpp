#include "gateway/http/route.h"

#include "certificates/device.h"

namespace quanke::gateway {

namespace {

/// Takes the text up to the next slash off the front.
std::string_view nextPart(std::string_view &rest)
{
    const auto slash = rest.find('/');
    const auto part = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    return part;
}

} // namespace

bool Request::isFrom(const std::string &device) const
{
    return certified.empty() || certificates::belongsTo(device, certified);
}

std::string Request::header(const std::string &lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? std::string() : found->second;
}

Answer jsonAnswer(int status, const Json &json)
{
    return {status, "application/json", canonicalText(json), {}, {}};
}

Access anybody()
{
    return {};
}

Access signedIn()
{
    return {Access::Kind::SignedIn, {}};
}

Access withDuty(std::set<casework::Duty> duties)
{
    return {Access::Kind::WithDuty, std::move(duties)};
}

std::optional<std::map<std::string, std::string>> match(std::string_view pattern, std::string_view path)
{
    if (path.ends_with('/')) {
        return std::nullopt; // no pattern does
    }
    std::map<std::string, std::string> names;
    while (!pattern.empty() && !path.empty()) {
        const auto expected = nextPart(pattern);
        const auto given = nextPart(path);
        if (expected.starts_with('{')) {
            if (given.empty()) {
                return std::nullopt;
            }
            names.emplace(expected.substr(1, expected.size() - 2), given);
        } else if (expected != given) {
            return std::nullopt;
        }
    }
    return pattern.empty() && path.empty() ? std::optional(names) : std::nullopt;
}

} // namespace quanke::gateway
