#pragma once

#include "desk/fields/fieldeditor.h"

namespace quanke::desk {

class CaseSession;

/// What shows of a repeating group's problems, cell by cell, as its editor takes it.
std::vector<CellProblem> cellProblemsOf(const CaseSession &session, const std::string &key);

} // namespace quanke::desk
