#include "desk/issue/slipdata.h"

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "desk/casepart/casetitle.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/issue/collectorform.h"

#include <algorithm>

namespace quanke::desk {

namespace {

/// The first and the last few characters stay: 409900********0021.
std::string masked(const std::string &number, std::size_t first, std::size_t last)
{
    const std::size_t kept = number.size() <= first + last ? 0 : first + last;
    const std::string stars(number.size() - kept, '*');
    return kept == 0 ? stars : number.substr(0, first) + stars + number.substr(number.size() - last);
}

} // namespace

notices::CollectionSlipData slipOf(const DeskContext &context, const casework::CaseFile &file,
    const std::vector<std::string> &handed, const CollectorForm &form)
{
    const Json collector = form.collector();
    notices::CollectionSlipData slip;
    slip.number = file.number;
    slip.bundle = titleOf(context, file).toStdString();
    slip.applicant = file.applicant.value("name", std::string());
    slip.collector = collector["name"].get<std::string>();
    slip.collectorId = masked(collector["idNo"].get<std::string>(), 6, 4);
    slip.collectorMobile = masked(collector["mobile"].get<std::string>(), 3, 4);
    slip.idChecked = form.idChecked();
    slip.collectedAt = context.clock.now();
    slip.hall = context.session.person().hall;
    slip.window = context.session.window().toStdString();
    slip.clerk = context.session.person().displayName;
    slip.staffNumber = context.session.person().name;
    slip.practice = file.environment == casework::Environment::Practice;
    for (const std::string &id : file.ticked) {
        const auto *matter = context.catalogue->matter(id);
        const casework::SubCase &subCase = file.subCases.at(id);
        if (!matter
            || (casework::isDecided(subCase.state) && subCase.state != casework::SubCaseState::Approved))
            continue;
        const auto *department = context.catalogue->department(matter->department);
        if (std::find(handed.begin(), handed.end(), id) == handed.end())
            slip.stillOpen.push_back(matter->shortName.in(context.language));
        else
            slip.results.push_back(
                {matter->result.name.in(context.language), matter->shortName.in(context.language),
                    department ? department->name.in(context.language) : std::string(), {}, 1});
    }
    return slip;
}

} // namespace quanke::desk
