#include "core/casework/casefile.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quanke::casework {

namespace {

constexpr std::array stateNames{
    std::pair{SubCaseState::Waiting, std::string_view("waiting")},
    std::pair{SubCaseState::Received, std::string_view("received")},
    std::pair{SubCaseState::Correction, std::string_view("correction")},
    std::pair{SubCaseState::Supplemented, std::string_view("supplemented")},
    std::pair{SubCaseState::Accepted, std::string_view("accepted")},
    std::pair{SubCaseState::Refused, std::string_view("refused")},
    std::pair{SubCaseState::Approved, std::string_view("approved")},
    std::pair{SubCaseState::Denied, std::string_view("denied")},
    std::pair{SubCaseState::Issued, std::string_view("issued")},
};

} // namespace

std::string_view nameOf(SubCaseState state)
{
    const auto entry = std::ranges::find(stateNames, state, [](const auto &pair) { return pair.first; });
    return entry == stateNames.end() ? std::string_view() : entry->second;
}

bool stateFromName(std::string_view name, SubCaseState &state)
{
    const auto entry = std::ranges::find(stateNames, name, [](const auto &pair) { return pair.second; });
    if (entry == stateNames.end()) {
        return false;
    }
    state = entry->first;
    return true;
}

bool isDecided(SubCaseState state)
{
    return state == SubCaseState::Refused || state == SubCaseState::Approved || state == SubCaseState::Denied
        || state == SubCaseState::Issued;
}

bool isFinished(const CaseFile &file)
{
    constexpr std::array ends{SubCaseState::Issued, SubCaseState::Refused, SubCaseState::Denied};
    return std::ranges::all_of(file.subCases, [&ends](const auto &entry) {
        const SubCase &subCase = entry.second;
        return std::ranges::find(ends, subCase.state) != ends.end()
            || (subCase.state == SubCaseState::Waiting && !subCase.blockedBy.empty());
    });
}

} // namespace quanke::casework
