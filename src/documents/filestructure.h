#pragma once

#include "documents/recognise.h"

#include <optional>

namespace quanke::documents {

/// What can be said of a file without decoding it.
struct FileStructure {
    bool complete = false; ///< reaches its own end mark (JPEG EOI, PNG IEND, PDF startxref and %%EOF)
    std::optional<double>
        dotsPerInch; ///< as the file states it; 72 and 96, which programs write unasked, do not count
};

FileStructure structureOf(Kind kind, const QByteArray &content);

} // namespace quanke::documents
