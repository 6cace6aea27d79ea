#include "trace/verifier.h"

#include "seal/digest.h"

#include <algorithm>

namespace quanke::trace {

Verifier::Verifier(const std::string &chain, const std::string &publicKey, const std::vector<Head> &heads)
    : m_chain(chain)
{
    for (const auto &head : heads) {
        if (head.chain != chain) {
            continue;
        }
        if (isSignedBy(publicKey, head)) {
            m_heads.emplace(head.number, head);
        } else {
            find("trace.head-forged", head.number);
        }
    }
}

void Verifier::add(std::string_view text)
{
    const auto digest = seal::sha256(text);
    const auto line = lineFromText(text);
    if (++m_lines; !line) {
        find("trace.malformed", m_end.number + 1);
        m_changed.insert(m_end.number + 1);
        m_end = {m_end.number + 1, digest, m_end.at};
        return;
    }
    if (m_lines == 1) {
        begin(*line);
    }
    if (!takePlace(line->number)) {
        return;
    }
    if (m_fits && line->previous != m_end.digest) {
        tellChanged(std::max<std::uint64_t>(m_end.number, 1));
    }
    if (line->entry.act == act::clockSetBack || isSetBack(m_end.at, line->at)) {
        find("trace.clock-set-back", line->number, {{"from", m_end.at}, {"to", line->at}});
    }
    m_end = {line->number, digest, line->at};
    m_fits = true;
    compareWithHeads(line->number, digest);
}

/// Lines that are missed at the beginning are told as that, but for those a desk has dropped for their age.
void Verifier::begin(const Line &line)
{
    m_first = line.number;
    const auto [first, last] = m_heads.equal_range(line.number - 1);
    const auto head =
        std::find_if(first, last, [this](const auto &entry) { return mayHaveDropped(entry.second); });
    if (head != last) {
        m_end = {head->first, head->second.digest, {}};
    }
}

/// A desk drops what was signed half a year before the newest head; the gateway never does.
bool Verifier::mayHaveDropped(const Head &head) const
{
    const auto newest = std::ranges::max_element(
        m_heads, {}, [](const auto &entry) -> const std::string & { return entry.second.at; });
    const auto signedAt = parseInstant(head.at);
    const auto now = parseInstant(newest->second.at);
    return m_chain != gatewayChain && signedAt && now && *signedAt <= *now - keptFor;
}

/// False where it is not the one that comes next or later: it stands in the wrong place.
bool Verifier::takePlace(std::uint64_t number)
{
    if (number > m_end.number) {
        if (number > m_end.number + 1) {
            m_missing.emplace(m_end.number + 1, number - 1);
            m_fits = false;
        }
        return true;
    }
    find("trace.reordered", number);
    auto run = m_missing.upper_bound(number);
    if (run != m_missing.begin() && (--run)->second >= number) {
        const auto [first, last] = *run;
        m_missing.erase(run);
        if (first < number) {
            m_missing.emplace(first, number - 1);
        }
        if (number < last) {
            m_missing.emplace(number + 1, last);
        }
    }
    return false;
}

void Verifier::compareWithHeads(std::uint64_t number, const std::string &digest)
{
    const auto [first, last] = m_heads.equal_range(number);
    const bool differs =
        std::any_of(first, last, [&digest](const auto &head) { return head.second.digest != digest; });
    if (differs) {
        tellChanged(number);
    }
}

void Verifier::tellChanged(std::uint64_t number)
{
    if (m_changed.insert(number).second) {
        find("trace.changed", number);
    }
}

std::vector<Finding> Verifier::finish()
{
    for (const auto &[first, last] : m_missing) {
        find("trace.removed", first, {{"last", last}});
    }
    if (m_heads.empty()) {
        find("trace.no-head", m_end.number);
    } else if (const auto last = m_heads.rbegin()->first; last > m_end.number) {
        find("trace.cut-short", m_end.number + 1, {{"last", last}});
    }
    std::ranges::stable_sort(m_findings, {}, &Finding::number);
    return std::move(m_findings);
}

void Verifier::find(std::string key, std::uint64_t number, Json arguments)
{
    m_findings.push_back({std::move(key), number, std::move(arguments)});
}

} // namespace quanke::trace
