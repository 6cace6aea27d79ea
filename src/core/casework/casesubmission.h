#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/form/composition.h"

#include <string>
#include <vector>

namespace quanke::casework {

/// What a clerk or a command has at hand when a case is to be pushed.
struct CaseDraft {
    std::string number; ///< QS-…
    std::string formsDigest; ///< SHA-256 of Catalogue::canonicalText
    std::string window;
    Json values = Json::object(); ///< fields and materials; hidden ones may be there, they do not travel
    Json handings = Json::array(); ///< how it came here by files: [{actor, window, at}…]
};

/// The body of case.submit and what must arrive before it.
struct CaseSubmission {
    Json body;
    std::vector<std::string> documents; ///< SHA-256 of every file the values name, each once
};

/// Who applies, {name, idNo}, both empty where nobody is written yet: the role of that name, else the first role of the form
/// that has a name and a document number.
Json applicantOf(const catalogue::Bundle &bundle, const Json &values);

/// The one way from a filled form to a case, for desk and command line: only what is relevant and asked
/// travels. Fails: case.invalid ("problems": errors as validation says them), and as composing and compiling
/// do.
Result<CaseSubmission> makeCaseSubmission(const catalogue::Catalogue &catalogue,
    const form::Composition &composition, const CaseDraft &draft, Date today);

} // namespace quanke::casework
