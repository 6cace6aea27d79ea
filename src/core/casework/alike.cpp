#include "core/casework/alike.h"

#include <algorithm>

namespace quanke::casework {

namespace {

bool isStillAskedFor(const SubCase &subCase, Date day)
{
    const auto received = parseInstant(subCase.receivedAt);
    return !isDecided(subCase.state) || (received && dayInChina(*received) == day);
}

bool isAlike(const CaseFile &file, const Application &application)
{
    return file.id != application.caseId && file.applicant.value("idNo", std::string()) == application.idNo
        && std::ranges::any_of(application.matters, [&](const std::string &matter) {
               const auto found = file.subCases.find(matter);
               return found != file.subCases.end() && isStillAskedFor(found->second, application.day);
           });
}

} // namespace

std::vector<const CaseFile *> alike(const std::vector<CaseFile> &cases, const Application &application)
{
    std::vector<const CaseFile *> found;
    for (const CaseFile &file : cases) {
        if (!application.idNo.empty() && isAlike(file, application)) {
            found.push_back(&file);
        }
    }
    return found;
}

} // namespace quanke::casework
