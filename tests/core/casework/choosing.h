#pragma once

#include "core/casework/conflict.h"
#include "hotelcase.h"

#include <string>

/// A supervisor who chooses between versions of a case.
namespace quanke::test {

inline casework::Actor supervisor()
{
    return {"duban", {casework::Role::Supervisor}, {}};
}

/// The body of case.resolve: which of the two stands.
inline Json chosen(const std::string &late, const std::string &version, const std::string &matter = "HT-01")
{
    return {{"matter", matter}, {"late", late}, {"chosen", version}, {"reason", "已电话核实"}};
}

/// The failure's key, or nothing.
inline std::string choose(HotelCase &hotel, const std::string &late, const std::string &version,
    const casework::Actor &actor = supervisor())
{
    const auto *conflict = casework::conflictOf(hotel.file(), late);
    auto operation = HotelCase::operation(
        "case.resolve", chosen(late, version, conflict ? conflict->matter : "HT-01"), actor);
    operation.id = "01935f00-0000-7000-8000-0000000000aa";
    return hotel.act(operation, actor);
}

} // namespace quanke::test
