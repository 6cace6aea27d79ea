#pragma once

#include "core/base/date.h"
#include "core/base/json.h"
#include "core/casework/calendar.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace quanke::desk {

class CaseSession;
struct DeskContext;

/// What one department gets of the case, and by when it is to be done with it.
struct Parcel {
    std::string matter;
    QString name;
    QString shortName;
    QString department;
    QString shortDepartment;
    Json values = Json::object(); ///< fields
    int documents = 0; ///< materials of its list that are handed in, or come from inside the case
    casework::Limits limits;
    std::optional<casework::Calendar::Due>
        due; ///< none while it waits for another matter, or when no limit binds
    QString waitsFor; ///< the matters whose results it needs first, empty for none
};

/// Of the ticked matters, in their order; dates as if the case were pushed on that day.
std::vector<Parcel> parcelsOf(const DeskContext &context, const CaseSession &session, Date today);

/// "11-27 Fri", "on the spot", "3 working days after …": what the table and the receipt's side say.
QString dueWords(const Parcel &parcel, Date today);

/// A material that may come later, and by when.
struct PromisedMaterial {
    std::string id;
    QString name;
    Date until;
};
std::vector<PromisedMaterial> promisedMaterials(
    const DeskContext &context, const CaseSession &session, Date today);

} // namespace quanke::desk
