#include "desk/counter/documents/materialrow.h"

#include "core/base/clock.h"
#include "core/casework/calendar.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "desk/counter/documents/documentintake.h"
#include "desk/counter/session/casesession.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace quanke::desk {

namespace {

constexpr int mostDepartments = 3;

/// Gives the words below a context of their own for the translators.
struct MaterialWords {
    Q_DECLARE_TR_FUNCTIONS(quanke::desk::Material)
};

QString forWhom(const DeskContext &context, const form::ComposedMaterial &material)
{
    QStringList names;
    for (const std::string &id : material.matters) {
        const catalogue::Matter *matter = context.catalogue->matter(id);
        const catalogue::Department *department =
            matter ? context.catalogue->department(matter->department) : nullptr;
        const QString name = department ? textOf(department->shortName, context.language) : QString();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    const int whole = int(names.size());
    const QString shown = listed(names.mid(0, mostDepartments));
    return whole > mostDepartments
        ? MaterialWords::tr("for %1 and %n more", nullptr, whole - mostDepartments).arg(shown)
        : MaterialWords::tr("for %1").arg(shown);
}

QString paperForm(const form::ComposedMaterial &material)
{
    QStringList parts;
    if (material.originals > 0)
        parts.append(MaterialWords::tr("%n original(s)", nullptr, material.originals));
    if (material.copies > 0)
        parts.append(MaterialWords::tr("%n copy(ies)", nullptr, material.copies));
    return parts.isEmpty() ? MaterialWords::tr("to be seen") : listed(parts);
}

/// The worst finding of the documents, or null.
const documents::Finding *worstOf(const Json &references, const DocumentIntake &intake)
{
    const documents::Finding *worst = nullptr;
    for (const Json &reference : references) {
        const KnownDocument *known = intake.known(reference.value("sha256", std::string()));
        if (!known)
            continue;
        for (const documents::Finding &finding : known->findings) {
            if (!worst
                || (finding.severity == documents::FindingSeverity::Error
                    && worst->severity != finding.severity))
                worst = &finding;
        }
    }
    return worst;
}

int pagesOf(const Json &references)
{
    int pages = 0;
    for (const Json &reference : references)
        pages += reference.value("pages", 1);
    return pages;
}

void fillHandedIn(
    MaterialRow &row, const DeskContext &context, const CaseSession &session, const DocumentIntake &intake)
{
    row.detail = listed(
        {row.detail, MaterialWords::tr("%n page(s)", nullptr, pagesOf(row.references))}, Between::Remarks);
    if (const KnownDocument *known = intake.known(row.references.front().value("sha256", std::string())))
        row.picture = known->picture;
    const documents::Finding *finding = worstOf(row.references, intake);
    const bool attested = session.isAttested(row.id);
    if (finding && !attested) {
        row.group = MaterialGroup::LookAtIt;
        row.light = finding->severity == documents::FindingSeverity::Error ? Light::Wrong : Light::LookAtIt;
        row.words =
            fromText(context.catalogue->message(finding->messageKey, finding->arguments, context.language));
        return;
    }
    row.group = MaterialGroup::Ready;
    row.light = Light::Ready;
    row.words = attested ? MaterialWords::tr("original seen") : MaterialWords::tr("ready");
}

void fillMissing(MaterialRow &row, const DeskContext &context, const form::ComposedMaterial &material)
{
    const Date today = dayInChina(context.clock.now());
    if (material.need == form::Need::Tolerable) {
        catalogue::Limit limit;
        limit.value = material.tolerateDays;
        limit.unit = catalogue::LimitUnit::Day;
        row.group = MaterialGroup::Later;
        row.words =
            MaterialWords::tr("by %1").arg(shortDate(context.calendar->dueDate(today, limit).day, today));
    } else if (material.need == form::Need::Optional) {
        row.group = MaterialGroup::Optional;
        row.words = MaterialWords::tr("if there is one");
    } else {
        row.group = MaterialGroup::Missing;
        row.words = material.source == form::MaterialSource::Library
            ? MaterialWords::tr("scan the applicant's own")
            : MaterialWords::tr("missing");
    }
    row.light = lightOf(row.group);
}

MaterialRow rowOf(const DeskContext &context, const CaseSession &session, const DocumentIntake &intake,
    const form::ComposedMaterial &material)
{
    MaterialRow row;
    row.id = material.id;
    row.name = textOf(context.catalogue->material(material.id)->name, context.language);
    row.detail = listed({paperForm(material), forWhom(context, material)}, Between::Remarks);
    const Json references = session.form().value(material.id);
    const std::string &roster = context.catalogue->material(material.id)->rosterKey;
    const bool emptyRoster =
        !roster.empty() && session.form().isRequired(roster) && !session.form().values().contains(roster);
    if (emptyRoster) {
        row.group = MaterialGroup::Missing;
        row.words = MaterialWords::tr("fill in the list");
        row.light = Light::Missing;
    } else if (material.source == form::MaterialSource::Generated) {
        row.group = MaterialGroup::Generated;
        row.words = MaterialWords::tr("made from the form");
        row.light = Light::Done;
    } else if (material.source == form::MaterialSource::Produced) {
        row.group = MaterialGroup::FromResult;
        row.words = MaterialWords::tr("comes from another matter");
        row.light = Light::WaitsForResult;
    } else if (references.is_array() && !references.empty()) {
        row.references = references;
        fillHandedIn(row, context, session, intake);
    } else {
        fillMissing(row, context, material);
    }
    return row;
}

} // namespace

std::vector<MaterialRow> materialRows(
    const DeskContext &context, const CaseSession &session, const DocumentIntake &intake)
{
    std::vector<MaterialRow> rows;
    for (const form::ComposedMaterial &material : session.composition().materials)
        rows.push_back(rowOf(context, session, intake, material));
    std::stable_sort(rows.begin(), rows.end(),
        [](const MaterialRow &left, const MaterialRow &right) { return left.group < right.group; });
    return rows;
}

QString nameOf(MaterialGroup group)
{
    switch (group) {
    case MaterialGroup::LookAtIt:
        return MaterialWords::tr("To look at");
    case MaterialGroup::Missing:
        return MaterialWords::tr("Missing");
    case MaterialGroup::Later:
        return MaterialWords::tr("May come later");
    case MaterialGroup::Optional:
        return MaterialWords::tr("Not required");
    case MaterialGroup::Ready:
        return MaterialWords::tr("Ready");
    case MaterialGroup::FromResult:
        return MaterialWords::tr("From another matter");
    case MaterialGroup::Generated:
        break;
    }
    return MaterialWords::tr("Made from the form");
}

Light lightOf(MaterialGroup group)
{
    switch (group) {
    case MaterialGroup::LookAtIt:
        return Light::LookAtIt;
    case MaterialGroup::Missing:
    case MaterialGroup::Optional:
        return Light::Missing;
    case MaterialGroup::Later:
        return Light::Promised;
    case MaterialGroup::Ready:
        return Light::Ready;
    case MaterialGroup::FromResult:
        return Light::WaitsForResult;
    case MaterialGroup::Generated:
        break;
    }
    return Light::Done;
}

} // namespace quanke::desk
