#pragma once

#include <map>
#include <string>

namespace quanke::casework {

/// What an approver has found so far about the review points of a matter, by point id ("P1").
struct ReviewMarks {
    int round = 0; ///< how often the applicant had supplemented the matter: the marks are about that content
    std::map<std::string, bool> met;
    bool operator==(const ReviewMarks &) const = default;
};

} // namespace quanke::casework
