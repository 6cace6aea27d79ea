#include "trace/chain.h"

#include "seal/digest.h"

namespace quanke::trace {

namespace {

constexpr std::chrono::seconds noticed{1};

Link linkAfter(const End &end, const Entry &entry, const std::string &at)
{
    Link link{end.number + 1, at, {}, {}};
    link.text = textOf({entry, link.number, at, end.digest});
    link.digest = seal::sha256(link.text);
    return link;
}

} // namespace

std::vector<Link> linksAfter(const End &end, const Entry &entry, Instant now)
{
    std::vector<Link> links;
    const auto at = toText(now);
    if (isSetBack(end.at, at)) {
        links.push_back(linkAfter(end, Entry{.act = act::clockSetBack, .device = entry.device}, at));
    }
    links.push_back(linkAfter(links.empty() ? end : endAt(links.front()), entry, at));
    return links;
}

bool isSetBack(std::string_view before, std::string_view at)
{
    if (before.empty() || at >= before) {
        return false; // as texts, which sort as they happened
    }
    const auto from = parseInstant(before);
    const auto to = parseInstant(at);
    return from && to && *to + noticed <= *from;
}

End endAt(const Link &link)
{
    return {link.number, link.digest, link.at};
}

} // namespace quanke::trace
