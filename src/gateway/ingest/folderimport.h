#pragma once

#include "gateway/ingest/ingestservice.h"

#include <filesystem>
#include <ostream>

namespace quanke::gateway {

/// How an import went, in operations.
struct Imported {
    int taken = 0;
    int wereHere = 0;
    int refused = 0;
    int unreadable = 0; ///< records that were altered, files that cannot be read
};

/// Takes in every spool at or below the folder, with the documents beside it: a stick, a dead desk's data. One line an
/// operation goes into `log`: its id and what became of it, nothing personal. For the gateway's owner, who brings what is
/// anybody's. Fails with folder.missing ("path"); what single records and files fail with is counted.
Result<Imported> importFolder(IngestService &ingest, const std::filesystem::path &folder, std::ostream &log);

} // namespace quanke::gateway
