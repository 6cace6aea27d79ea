#include "core/check/finding.h"

#include <algorithm>
#include <tuple>

namespace quanke::check {

void Findings::add(std::string key, std::string file, std::string path, Json arguments)
{
    m_findings.push_back({.file = std::move(file),
        .path = std::move(path),
        .key = std::move(key),
        .arguments = std::move(arguments)});
}

std::vector<Finding> Findings::take()
{
    const auto place = [](const Finding &finding) {
        return std::tie(finding.file, finding.path, finding.key);
    };
    std::ranges::stable_sort(
        m_findings, [&](const Finding &left, const Finding &right) { return place(left) < place(right); });
    m_findings.erase(std::unique(m_findings.begin(), m_findings.end()), m_findings.end());
    return std::move(m_findings);
}

std::string below(const std::string &pointer, const std::string &member)
{
    std::string step;
    for (const char character : member) {
        step += character == '~' ? "~0" : character == '/' ? "~1" : std::string(1, character);
    }
    return pointer + '/' + step;
}

std::string below(const std::string &pointer, std::size_t index)
{
    return pointer + '/' + std::to_string(index);
}

} // namespace quanke::check
