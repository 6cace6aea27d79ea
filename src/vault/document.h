#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>

namespace quanke::vault {

/// What is known of a document handed in: the file reference of the definitions, x-qk-free.
struct DocumentMeta {
    std::string mediaType; ///< as sniffed: application/pdf, image/jpeg, image/png
    std::string name; ///< as the applicant called the file
    int pages = 1;
};

/// A document sealed in the vault. `sha256` is of the plain bytes; one case holds the same bytes once.
struct StoredDocument {
    std::string sha256;
    std::uint64_t size = 0;
    DocumentMeta meta;
    bool uploaded = false; ///< the gateway has it, checked by its digest
};

/// As it stands in values: {sha256, mediaType, size, name, pages}.
Json fileReference(const StoredDocument &document);

} // namespace quanke::vault
