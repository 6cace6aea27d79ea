#include "documents/inspect.h"

#include "documents/decodeddocument.h"
#include "documents/filestructure.h"
#include "documents/pagequality.h"

#include <algorithm>
#include <cmath>

namespace quanke::documents {

namespace {

Finding onPage(FindingSeverity severity, int page, const char *key)
{
    return {severity, page, key, {{"page", page}}};
}

/// Whether the page is empty; adds everything else to the findings.
bool judgePage(DecodedDocument &document, int number, Inspection &inspection)
{
    const InspectedPage page = document.page(number);
    inspection.pages.push_back(page);
    const QImage sample = document.render(number, QSize(sampleEdge, sampleEdge));
    if (sample.isNull()) {
        inspection.findings.push_back(onPage(FindingSeverity::Error, number, "documents.page-unreadable"));
        return false;
    }
    if (page.resolution != ResolutionSource::Drawn && page.dotsPerInch < leastResolution) {
        Finding finding = onPage(FindingSeverity::Warning, number, "documents.too-low-resolution");
        finding.arguments["dotsPerInch"] = int(std::floor(page.dotsPerInch));
        finding.arguments["least"] = int(leastResolution);
        inspection.findings.push_back(std::move(finding));
    }
    const PageQuality quality = judge(sample);
    if (quality.isBlank()) {
        inspection.findings.push_back(onPage(FindingSeverity::Warning, number, "documents.blank-page"));
        return true;
    }
    if (quality.isBlurred())
        inspection.findings.push_back(onPage(FindingSeverity::Warning, number, "documents.blurred"));
    return false;
}

/// One finding for the file instead of one for each of its pages.
void sayAllBlank(Inspection &inspection)
{
    std::erase_if(inspection.findings,
        [](const Finding &finding) { return finding.messageKey == "documents.blank-page"; });
    inspection.findings.insert(
        inspection.findings.begin(), {FindingSeverity::Error, 0, "documents.blank", Json::object()});
}

} // namespace

Result<Inspection> inspect(const QByteArray &content, const std::function<void(int, int)> &progress)
{
    const Result<Kind> kind = recognise(content);
    if (!kind)
        return kind.failure();
    Inspection inspection{*kind, content.size(), {}, {}};
    const bool isTruncated = !structureOf(*kind, content).complete;
    if (isTruncated)
        inspection.findings.push_back({FindingSeverity::Error, 0, "documents.truncated", Json::object()});

    auto document = openDocument(*kind, content);
    if (!document && isTruncated && document.failure().key == "document.damaged")
        return inspection; // "cut off" tells the clerk more than "damaged"
    if (!document)
        return document.failure();

    const int pages = (*document)->pageCount();
    int blank = 0;
    for (int number = 1; number <= pages; ++number) {
        blank += judgePage(**document, number, inspection) ? 1 : 0;
        if (progress)
            progress(number, pages);
    }
    if (blank == pages)
        sayAllBlank(inspection);
    return inspection;
}

} // namespace quanke::documents
