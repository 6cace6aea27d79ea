#pragma once

#include "cli/command.h"

#include <filesystem>

namespace quanke::cli {

/// Options that several commands have, worded once.
Option formsOption(); ///< --forms DIR; can be left out
/// --forms, else the definitions installed with the program, else those of the source tree it was built in.
std::filesystem::path formsFolder(const Arguments &arguments);
Option jsonOption(); ///< --json

} // namespace quanke::cli
