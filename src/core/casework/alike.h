#pragma once

#include "core/casework/casefile.h"

#include <string>
#include <vector>

namespace quanke::casework {

/// What somebody applies for by one case, whether that has been pushed or not.
struct Application {
    std::string caseId;
    std::string idNo; ///< of the applicant's document; empty is nobody's
    std::vector<std::string> matters;
    Date day; ///< in China, on which the hall receives it
};

/// Those of the cases by which the same application may have been made at another window: the same person's, with one of
/// these matters, which is not decided yet or was received on that day. Whether it was is for a person to say: one may own
/// two hotels. Never the case itself. The pointers are into `cases`.
std::vector<const CaseFile *> alike(const std::vector<CaseFile> &cases, const Application &application);

} // namespace quanke::casework
