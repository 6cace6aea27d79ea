#include "core/casework/act.h"
#include "core/casework/casefile.h"

#include <algorithm>
#include <array>

namespace quanke::casework {

bool hasHandedOn(const Operation &operation, const std::string &actor)
{
    const auto handings = operation.body.find("handings");
    return handings != operation.body.end() && std::ranges::any_of(*handings, [&actor](const Json &handing) {
        return handing.is_object() && handing.value("actor", std::string()) == actor;
    });
}

bool editsContent(std::string_view kind)
{
    constexpr std::array<std::string_view, 4> kinds{
        submitKind, "subcase.supplement", "document.attest", "case.resolve"};
    return std::ranges::find(kinds, kind) != kinds.end();
}

bool hasWorkedOnContent(const CaseFile &file, const std::string &actor)
{
    return std::ranges::any_of(file.history, [&actor](const Operation &operation) {
        return (operation.actor == actor && editsContent(operation.kind)) || hasHandedOn(operation, actor);
    });
}

bool hasDecided(const CaseFile &file, const std::string &actor)
{
    return std::ranges::any_of(file.history, [&actor](const Operation &operation) {
        return operation.actor == actor
            && (operation.kind == "subcase.decide" || operation.kind == "subcase.refuse");
    });
}

} // namespace quanke::casework
