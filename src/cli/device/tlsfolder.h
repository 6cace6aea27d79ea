#pragma once

#include "certificates/authority.h"
#include "cli/command.h"

namespace quanke::cli {

Option tlsOption(); ///< --tls DIR
Option authorityOption(); ///< --authority DIR
Option deviceOption(); ///< ID

/// Those of --tls and --authority, of which the latter may be missing.
certificates::Folders foldersOf(const Arguments &arguments);
/// The authority in them.
Result<certificates::Authority> authorityOf(const Arguments &arguments);

} // namespace quanke::cli
