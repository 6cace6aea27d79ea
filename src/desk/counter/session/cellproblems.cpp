#include "desk/counter/session/cellproblems.h"

#include "desk/counter/session/casesession.h"

namespace quanke::desk {

std::vector<CellProblem> cellProblemsOf(const CaseSession &session, const std::string &key)
{
    std::vector<CellProblem> cells;
    for (const form::Problem &problem : session.shownProblems(key)) {
        if (problem.row < 0)
            continue;
        cells.push_back({problem.row, problem.column,
            problem.severity == form::Severity::Error ? FieldProblem::Error : FieldProblem::Warning,
            session.wordsOf(problem)});
    }
    return cells;
}

} // namespace quanke::desk
