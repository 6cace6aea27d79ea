#include "desk/counter/push/parcel.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/limitwords.h"
#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"

#include <QCoreApplication>

#include <algorithm>

namespace quanke::desk {

namespace {

/// Gives the words below a context of their own for the translators.
struct ParcelWords {
    Q_DECLARE_TR_FUNCTIONS(quanke::desk::Parcel)
};

QString waitsFor(const DeskContext &context, const CaseSession &session, const catalogue::Matter &matter)
{
    QStringList names;
    for (const catalogue::Dependency &dependency : matter.dependsOn) {
        const catalogue::Matter *other = context.catalogue->matter(dependency.matter);
        if (dependency.hard && other && session.isTicked(dependency.matter))
            names.append(textOf(other->shortName, context.language));
    }
    return names.join(QStringLiteral(" + "));
}

int documentsFor(const CaseSession &session, const std::string &matter)
{
    const auto &materials = session.composition().materials;
    return int(std::count_if(materials.begin(), materials.end(), [&](const form::ComposedMaterial &material) {
        const bool inside = material.source == form::MaterialSource::Generated
            || material.source == form::MaterialSource::Produced;
        const bool asked =
            std::find(material.matters.begin(), material.matters.end(), matter) != material.matters.end();
        return asked && (inside || session.form().values().contains(material.id));
    }));
}

} // namespace

std::vector<Parcel> parcelsOf(const DeskContext &context, const CaseSession &session, Date today)
{
    std::vector<Parcel> parcels;
    const auto parts = form::split(*context.catalogue, session.composition(), session.form().values());
    for (const std::string &id : session.composition().ticked) {
        const catalogue::Matter &matter = *context.catalogue->matter(id);
        const catalogue::Department *department = context.catalogue->department(matter.department);
        Parcel parcel;
        parcel.matter = id;
        parcel.name = textOf(matter.name, context.language);
        parcel.shortName = textOf(matter.shortName, context.language);
        if (department) {
            parcel.department = textOf(department->name, context.language);
            parcel.shortDepartment = textOf(department->shortName, context.language);
        }
        if (const auto part = parts.find(id); part != parts.end())
            parcel.values = part->second.values;
        parcel.documents = documentsFor(session, id);
        parcel.limits = casework::limitsUnder(matter, session.answers());
        parcel.waitsFor = waitsFor(context, session, matter);
        if (parcel.waitsFor.isEmpty() && parcel.limits.committed.value)
            parcel.due = context.calendar->dueDate(today, parcel.limits.committed);
        parcels.push_back(std::move(parcel));
    }
    return parcels;
}

QString dueWords(const Parcel &parcel, Date today)
{
    const QString limit = parcel.limits.committed.value ? wordsOf(parcel.limits.committed) : QString();
    if (!parcel.waitsFor.isEmpty())
        return limit.isEmpty() ? ParcelWords::tr("after %1").arg(parcel.waitsFor)
                               : ParcelWords::tr("%1, after %2").arg(limit, parcel.waitsFor);
    if (!parcel.due)
        return ParcelWords::tr("no limit");
    if (parcel.limits.committed.value == 0)
        return ParcelWords::tr("%1 on the spot").arg(shortDate(parcel.due->day, today));
    return ParcelWords::tr("%1 %2").arg(shortDate(parcel.due->day, today), weekdayOf(parcel.due->day));
}

std::vector<PromisedMaterial> promisedMaterials(
    const DeskContext &context, const CaseSession &session, Date today)
{
    std::vector<PromisedMaterial> promised;
    for (const form::ComposedMaterial &material : session.composition().materials) {
        const bool inside = material.source == form::MaterialSource::Generated
            || material.source == form::MaterialSource::Produced;
        if (inside || material.need != form::Need::Tolerable || session.form().values().contains(material.id))
            continue;
        catalogue::Limit limit;
        limit.value = material.tolerateDays;
        limit.unit = catalogue::LimitUnit::Day;
        promised.push_back(
            {material.id, textOf(context.catalogue->material(material.id)->name, context.language),
                context.calendar->dueDate(today, limit).day});
    }
    return promised;
}

} // namespace quanke::desk
