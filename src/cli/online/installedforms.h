#pragma once

#include "cli/arguments.h"
#include "core/catalogue/catalogue.h"

namespace quanke::cli {

/// Definitions, and the digest a case pins them by.
struct PinnedCatalogue {
    catalogue::Catalogue catalogue;
    std::string digest; ///< SHA-256 of catalogue::pinnedText, hex
};

/// The definitions of formsFolder(arguments). Fails as reading and loading do.
Result<PinnedCatalogue> loadPinnedCatalogue(const Arguments &arguments);

} // namespace quanke::cli
