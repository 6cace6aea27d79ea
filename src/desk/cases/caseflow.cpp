#include "desk/cases/caseflow.h"

#include "core/form/composition.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "desk/look/tokens.h"

#include <QCoreApplication>

#include <algorithm>

namespace quanke::desk {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("quanke::desk::CaseFlow", text);
}

notices::Light drawn(Light light)
{
    switch (light) {
    case Light::DueSoon:
        return notices::Light::DueSoon;
    case Light::Overdue:
    case Light::Wrong:
        return notices::Light::Overdue;
    case Light::WaitsForApplicant:
        return notices::Light::WaitsForApplicant;
    case Light::WaitsForResult:
    case Light::InVain:
        return notices::Light::WaitsForResult;
    case Light::Done:
        return notices::Light::Done;
    default:
        return notices::Light::OnTime;
    }
}

bool isIn(const std::vector<std::string> &list, const std::string &item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// "Stage 2, after the business licence": the results of the stage before that are needed in this one.
QString headingOf(const DeskContext &context, const notices::FlowGraph &graph, std::size_t stage)
{
    const QString number = QString::number(stage + 1);
    if (stage == 0)
        return translated(QT_TRANSLATE_NOOP("quanke::desk::CaseFlow", "Stage %1, from receipt")).arg(number);
    QStringList names;
    for (const notices::FlowDependency &dependency : graph.dependencies) {
        const auto *matter = context.catalogue->matter(dependency.from);
        if (matter && isIn(graph.stages[stage], dependency.to)
            && isIn(graph.stages[stage - 1], dependency.from)) {
            const QString name = textOf(matter->shortName, context.language);
            if (!names.contains(name))
                names.append(name);
        }
    }
    return translated(QT_TRANSLATE_NOOP("quanke::desk::CaseFlow", "Stage %1, after: %2"))
        .arg(number, listed(names));
}

notices::FlowGraph graphOf(const DeskContext &context, const casework::CaseFile &file)
{
    notices::FlowGraph graph;
    const auto composition = form::compose(*context.catalogue, file.bundle, file.ticked, file.answers);
    graph.stages = composition ? composition->stages : std::vector<std::vector<std::string>>{file.ticked};
    for (const std::string &id : file.ticked) {
        const auto *matter = context.catalogue->matter(id);
        if (!matter)
            continue;
        for (const catalogue::Dependency &dependency : matter->dependsOn) {
            if (dependency.hard && isIn(file.ticked, dependency.matter))
                graph.dependencies.push_back({dependency.matter, id});
        }
    }
    return graph;
}

} // namespace

CaseFlow flowOf(const DeskContext &context, const Standings &standings, const casework::CaseFile &file)
{
    CaseFlow flow{graphOf(context, file), {}};
    for (const auto &[id, subCase] : file.subCases) {
        const auto *matter = context.catalogue->matter(id);
        const auto *department = matter ? context.catalogue->department(matter->department) : nullptr;
        const Standing standing = standings.of(file, subCase);
        flow.picture.boxes[id] = {matter ? textOf(matter->shortName, context.language) : fromText(id),
            department ? textOf(department->shortName, context.language) : QString(), standing.words,
            drawn(standing.light)};
    }
    for (std::size_t stage = 0; stage < flow.graph.stages.size(); ++stage)
        flow.picture.headings.push_back(headingOf(context, flow.graph, stage));
    return flow;
}

notices::FlowPalette flowPalette(const QPalette &palette)
{
    const Tokens &tokens = tokensOf(palette);
    return {tokens.base, tokens.alternate, tokens.edge, tokens.text, tokens.secondText, tokens.accent,
        tokens.ok.text, tokens.warning.text, tokens.error.text, tokens.waiting.text, tokens.done.text};
}

} // namespace quanke::desk
