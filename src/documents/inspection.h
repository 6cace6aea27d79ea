#pragma once

#include "documents/recognise.h"

#include <QSize>

#include <string>
#include <vector>

namespace quanke::documents {

enum class FindingSeverity {
    Error, ///< cannot be taken like this
    Warning ///< a person should look at it
};

/// Something about a document that a clerk should see.
///   documents.truncated            the file ends before its end; what is there may still be seen
///   documents.page-unreadable      page
///   documents.blank                every page is empty
///   documents.blank-page           page
///   documents.blurred              page
///   documents.too-low-resolution   page, dotsPerInch, least
struct Finding {
    FindingSeverity severity = FindingSeverity::Warning;
    int page = 0; ///< from 1; 0 for the file as a whole
    std::string messageKey; ///< for Catalogue::message
    Json arguments = Json::object();

    bool operator==(const Finding &) const = default;
};

/// Where a page's resolution comes from: the file states it; it does not (or states nonsense), so that the
/// page is taken for an A4 sheet; or it is drawn (PDF) and has none of its own.
enum class ResolutionSource { Stated, AssumedA4, Drawn };

struct InspectedPage {
    QSize pixels; ///< upright; of a drawn page, as at dotsPerInch
    double dotsPerInch = 0;
    ResolutionSource resolution = ResolutionSource::AssumedA4;

    bool operator==(const InspectedPage &) const = default;
};

/// What was found out about one document by decoding it.
struct Inspection {
    Kind kind = Kind::Pdf;
    qint64 bytes = 0;
    std::vector<InspectedPage> pages;
    std::vector<Finding> findings; ///< by page

    bool hasErrors() const;
    bool operator==(const Inspection &) const = default;
};

/// How the reading process tells its parent.
Json toJson(const Inspection &inspection);
Result<Inspection> inspectionFromJson(const Json &json);

} // namespace quanke::documents
