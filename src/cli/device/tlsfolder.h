#pragma once

#include "certificates/authority.h"
#include "cli/command.h"

namespace quanke::cli {

Option tlsOption(); ///< --tls DIR
Option deviceOption(); ///< ID

/// The authority in the folder of --tls.
Result<certificates::Authority> authorityOf(const Arguments &arguments);

} // namespace quanke::cli
