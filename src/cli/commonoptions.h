#pragma once

#include "cli/command.h"

namespace quanke::cli {

/// Options that several commands have, worded once.
Option formsOption(); ///< --forms DIR
Option jsonOption(); ///< --json

} // namespace quanke::cli
