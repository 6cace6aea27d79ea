#pragma once

#include "documents/inspection.h"

#include <functional>

namespace quanke::documents {

/// Below this an A4 page is hard to read and fails the archive's rules.
constexpr double leastResolution = 150;

/// Decodes every page and looks at it. `progress` is told pages done and pages in all.
/// Fails as DocumentReader does. Decodes what may be hostile: only for the reading process.
Result<Inspection> inspect(
    const QByteArray &content, const std::function<void(int done, int all)> &progress = {});

} // namespace quanke::documents
