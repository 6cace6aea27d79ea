#include "core/check/reachability.h"
#include "core/check/rules.h"
#include "core/schema/valuespace.h"

#include <algorithm>

namespace quanke::check {

namespace {

/// A declaration and the matter it stands in.
struct Side {
    const Outline *outline;
    const Declaration *declaration;
};

std::optional<std::string> emptyBy(std::initializer_list<const Json *> schemas)
{
    schema::ValueSpace space;
    for (const Json *schema : schemas) {
        space.narrow(*schema);
    }
    return space.emptyBy();
}

/// What the members of a repeating group disagree about: the column's path and keyword.
std::optional<std::pair<std::string, std::string>> contradictionOf(const Json &one, const Json &other)
{
    if (const auto keyword = emptyBy({&one, &other})) {
        return std::pair(std::string(), *keyword);
    }
    const Json *items = memberOf(one, "items");
    const Json *otherItems = memberOf(other, "items");
    const Json *columns = items ? memberOf(*items, "properties") : nullptr;
    const Json *otherColumns = otherItems ? memberOf(*otherItems, "properties") : nullptr;
    if (!columns || !otherColumns || !columns->is_object() || !otherColumns->is_object()) {
        return std::nullopt;
    }
    for (const auto &[name, column] : columns->get_ref<const Json::object_t &>()) {
        const Json *otherColumn = memberOf(*otherColumns, name);
        const auto keyword = otherColumn ? emptyBy({&column, otherColumn}) : std::nullopt;
        if (keyword) {
            return std::pair(name, *keyword);
        }
    }
    return std::nullopt;
}

void comparePair(const Subject &subject, const Side &one, const Side &other, Findings &findings)
{
    const auto contradiction = contradictionOf(*one.declaration->schema, *other.declaration->schema);
    if (!contradiction) {
        return;
    }
    Guards both = one.declaration->guards;
    both.insert(both.end(), other.declaration->guards.begin(), other.declaration->guards.end());
    if (!isReachable(both, domainsOf(subject, {one.outline, other.outline}))) {
        return;
    }
    findings.add("constraint.contradiction", one.outline->file, one.declaration->path,
        {{"key", one.declaration->key}, {"keyword", contradiction->second}, {"column", contradiction->first},
            {"matter", one.outline->matter->id}, {"otherMatter", other.outline->matter->id},
            {"otherFile", other.outline->file}, {"otherPath", other.declaration->path}});
}

void compareAll(const Subject &subject, const std::vector<Side> &sides, Findings &findings)
{
    for (std::size_t i = 0; i < sides.size(); ++i) {
        for (std::size_t j = i + 1; j < sides.size(); ++j) {
            comparePair(subject, sides[i], sides[j], findings);
        }
    }
}

/// The declarations of the given matters by key, without those that nothing satisfies by themselves.
std::map<std::string, std::vector<Side>> sidesByKey(const std::vector<const Outline *> &outlines)
{
    std::map<std::string, std::vector<Side>> sides;
    for (const Outline *outline : outlines) {
        for (const Declaration &declaration : outline->declarations) {
            if (!emptyBy({declaration.schema})) {
                sides[declaration.key].push_back({outline, &declaration});
            }
        }
    }
    return sides;
}

void checkAlone(const Outlines &outlines, const Subject &subject, Findings &findings)
{
    for (const auto &[id, element] : subject.catalogue.elements()) {
        if (const auto keyword = emptyBy({&element.schema})) {
            findings.add("constraint.empty", "elements.json", below("/$defs", id),
                {{"key", id}, {"keyword", *keyword}});
        }
    }
    for (const auto &[id, outline] : outlines) {
        for (const Declaration &declaration : outline.declarations) {
            const auto *element = subject.catalogue.element(catalogue::splitKey(declaration.key).element);
            if (element && emptyBy({&element->schema})) {
                continue; // told at the element
            }
            if (const auto keyword = emptyBy({declaration.schema})) {
                findings.add("constraint.empty", outline.file, declaration.path,
                    {{"key", declaration.key}, {"keyword", *keyword}});
            }
        }
    }
}

} // namespace

void checkConstraints(const Subject &subject, const Outlines &outlines, Findings &findings)
{
    checkAlone(outlines, subject, findings);
    std::set<std::string> bundled;
    for (const auto &[id, bundle] : subject.catalogue.bundles()) {
        std::vector<const Outline *> together;
        for (const catalogue::BundleMatter &member : bundle.matters) {
            if (const auto outline = outlines.find(member.matter); outline != outlines.end()) {
                together.push_back(&outline->second);
                bundled.insert(member.matter);
            }
        }
        for (const auto &[key, sides] : sidesByKey(together)) {
            compareAll(subject, sides, findings);
        }
    }
    for (const auto &[id, outline] : outlines) {
        if (!bundled.contains(id)) {
            for (const auto &[key, sides] : sidesByKey({&outline})) {
                compareAll(subject, sides, findings);
            }
        }
    }
}

} // namespace quanke::check
