#pragma once

#include "core/casework/casefile.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace quanke::casework {

/// Every field and material key the matter's form declares, in any branch, situations left out; with a roster material
/// (人员名册) the repeating group it is made of.
std::set<std::string> declaredKeys(const catalogue::Catalogue &catalogue, const catalogue::Matter &matter);
/// The situations the matter reads, by id.
std::set<std::string> situationsOf(const catalogue::Matter &matter);

/// The form of a case, holding these values besides its answers. Fails as composeForm.
Result<form::FormState> stateOf(
    const form::FormSource &forms, const CaseFile &file, const Json &values, Date today);

/// What each matter of the case gets: the projection of form::split, and what decisions have brought since
/// (outputs under their keys, produced documents under their material).
std::map<std::string, form::MatterPart> partsOf(const form::FormSource &forms, const CaseFile &file);

/// The case as one department sees it: its own sub-cases, the values and materials of their parts, the acts
/// on them. An operation's body keeps of `values` only the keys of that part, and of the applicant only the
/// name. Nothing when the department has no part in the case.
Result<CaseFile> viewOf(
    const catalogue::Catalogue &catalogue, const CaseFile &file, std::string_view department);
/// The same by forms from elsewhere, for who looks often.
Result<CaseFile> viewOf(const catalogue::Catalogue &catalogue, const form::FormSource &forms,
    const CaseFile &file, std::string_view department);

} // namespace quanke::casework
