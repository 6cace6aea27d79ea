#include "desk/counter/fill/reasons.h"

#include "core/catalogue/catalogue.h"
#include "core/form/composition.h"
#include "desk/common/words.h"

#include <algorithm>

namespace quanke::desk {

namespace {

const std::vector<std::string> &mattersOf(const form::Composition &composition, const std::string &key)
{
    static const std::vector<std::string> none;
    for (const form::ComposedField &field : composition.fields) {
        if (field.key == key)
            return field.matters;
    }
    for (const form::ComposedMaterial &material : composition.materials) {
        if (material.id == key)
            return material.matters;
    }
    return none;
}

} // namespace

std::vector<Reason> reasonsFor(const catalogue::Catalogue &catalogue, const form::Composition &composition,
    const std::string &key, Language language)
{
    std::vector<Reason> reasons;
    for (const std::string &id : mattersOf(composition, key)) {
        const catalogue::Matter *matter = catalogue.matter(id);
        const catalogue::Department *department = matter ? catalogue.department(matter->department) : nullptr;
        if (!department)
            continue;
        Reason reason{textOf(department->name, language), textOf(matter->name, language), {}};
        for (const catalogue::ReviewPoint &point : matter->reviewPoints) {
            if (std::find(point.keys.begin(), point.keys.end(), key) != point.keys.end())
                reason.points.append(textOf(point.text, language));
        }
        reasons.push_back(std::move(reason));
    }
    std::stable_partition(
        reasons.begin(), reasons.end(), [](const Reason &reason) { return !reason.points.isEmpty(); });
    return reasons;
}

} // namespace quanke::desk
