#include "documents/inspection.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quanke::documents {

namespace {

template <class Value, std::size_t count>
using Names = std::array<std::pair<Value, std::string_view>, count>;

constexpr Names<Kind, 3> kindNames{{{Kind::Pdf, "pdf"}, {Kind::Jpeg, "jpeg"}, {Kind::Png, "png"}}};
constexpr Names<FindingSeverity, 2> severityNames{
    {{FindingSeverity::Error, "error"}, {FindingSeverity::Warning, "warning"}}};
constexpr Names<ResolutionSource, 3> resolutionNames{{{ResolutionSource::Stated, "stated"},
    {ResolutionSource::AssumedA4, "assumed-a4"}, {ResolutionSource::Drawn, "drawn"}}};

template <class Value, std::size_t count>
std::string nameOf(Value value, const Names<Value, count> &names)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto &entry) { return entry.first == value; });
    return std::string(found->second);
}

/// Throws Json::exception like the accessors of Json, so that one handler serves both.
template <class Value, std::size_t count>
Value valueOf(const Json &json, const Names<Value, count> &names)
{
    const auto &text = json.get_ref<const std::string &>();
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto &entry) { return entry.second == text; });
    if (found == names.end())
        throw Json::other_error::create(501, "unknown name", nullptr);
    return found->first;
}

} // namespace

bool Inspection::hasErrors() const
{
    return std::any_of(findings.begin(), findings.end(),
        [](const Finding &finding) { return finding.severity == FindingSeverity::Error; });
}

Json toJson(const Inspection &inspection)
{
    Json pages = Json::array();
    for (const InspectedPage &page : inspection.pages)
        pages.push_back({{"width", page.pixels.width()}, {"height", page.pixels.height()},
            {"dotsPerInch", page.dotsPerInch}, {"resolution", nameOf(page.resolution, resolutionNames)}});
    Json findings = Json::array();
    for (const Finding &finding : inspection.findings)
        findings.push_back({{"severity", nameOf(finding.severity, severityNames)}, {"page", finding.page},
            {"messageKey", finding.messageKey}, {"arguments", finding.arguments}});
    return {{"kind", nameOf(inspection.kind, kindNames)}, {"bytes", inspection.bytes},
        {"pages", std::move(pages)}, {"findings", std::move(findings)}};
}

Result<Inspection> inspectionFromJson(const Json &json)
{
    try {
        Inspection inspection;
        inspection.kind = valueOf(json.at("kind"), kindNames);
        inspection.bytes = json.at("bytes").get<qint64>();
        for (const Json &page : json.at("pages"))
            inspection.pages.push_back({QSize(page.at("width").get<int>(), page.at("height").get<int>()),
                page.at("dotsPerInch").get<double>(), valueOf(page.at("resolution"), resolutionNames)});
        for (const Json &finding : json.at("findings"))
            inspection.findings.push_back(
                {valueOf(finding.at("severity"), severityNames), finding.at("page").get<int>(),
                    finding.at("messageKey").get<std::string>(), finding.at("arguments")});
        return inspection;
    } catch (const Json::exception &exception) {
        return Failure{"document.damaged", Json::object(), exception.what()};
    }
}

} // namespace quanke::documents
