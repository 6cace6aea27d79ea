#include "core/check/rules.h"

#include <algorithm>

namespace quanke::check {

using catalogue::Catalogue;
using catalogue::Matter;

namespace {

/// What a key of a form must refer to: "elements.json" and "person.name".
catalogue::ReferenceTarget wantedTarget(const Catalogue &catalogue, const std::string &key)
{
    const auto parts = catalogue::splitKey(key);
    if (catalogue::isSituationKey(key)) {
        return {"situations.json", std::string(parts.element)};
    }
    const bool isMaterial = parts.role.empty() && !catalogue.element(key);
    return {isMaterial ? "materials.json" : "elements.json", std::string(parts.element)};
}

/// Whether the set knows what a key names: an element under a known role, a material, a situation.
bool isKnownKey(const Catalogue &catalogue, const std::string &key)
{
    const auto parts = catalogue::splitKey(key);
    if (catalogue::isSituationKey(key)) {
        return catalogue.situation(parts.element) != nullptr;
    }
    return catalogue.element(parts.element) || (parts.role.empty() && catalogue.material(key));
}

void checkKey(
    const Subject &subject, const Declaration &declaration, const std::string &file, Findings &findings)
{
    const Catalogue &catalogue = subject.catalogue;
    const auto wanted = wantedTarget(catalogue, declaration.key);
    const auto parts = catalogue::splitKey(declaration.key);
    const bool isField = wanted.file == "elements.json";
    if (isField && !parts.role.empty() && !catalogue.roles().contains(parts.role)) {
        findings.add("reference.role", file, declaration.path, {{"role", parts.role}});
    }
    if (!isKnownKey(catalogue, declaration.key)) {
        const char *key = isField              ? "reference.element"
            : wanted.file == "situations.json" ? "reference.situation"
                                               : "reference.material";
        findings.add(key, file, declaration.path, {{"name", wanted.name}});
        return;
    }
    const Json *reference = memberOf(*declaration.schema, "$ref");
    const auto target = reference && reference->is_string()
        ? catalogue::referenceTarget(reference->get_ref<const std::string &>(), file)
        : catalogue::ReferenceTarget();
    if (target.file != wanted.file || target.name != wanted.name) {
        findings.add("reference.mismatch", file, declaration.path,
            {{"wanted", "../" + wanted.file + "#/$defs/" + wanted.name}});
    }
}

void checkProvider(
    const Subject &subject, const Declaration &declaration, const std::string &file, Findings &findings)
{
    const Json *provider = memberOf(*declaration.schema, "x-qk-providedBy");
    if (!provider || !provider->is_string()) {
        return;
    }
    const Matter *matter = subject.catalogue.matter(provider->get<std::string>());
    if (!matter) {
        findings.add("reference.matter", file, declaration.path, {{"matter", *provider}});
    } else if (std::ranges::find(matter->result.outputs, declaration.key) == matter->result.outputs.end()) {
        findings.add(
            "provided.no-output", file, declaration.path, {{"matter", *provider}, {"key", declaration.key}});
    }
}

void checkHandling(const Subject &subject, const Matter &matter, const std::string &file, const Outline &form,
    Findings &findings)
{
    const std::string place = "/x-qk-matter";
    if (!subject.catalogue.department(matter.department)) {
        findings.add(
            "reference.department", file, below(place, "department"), {{"department", matter.department}});
    }
    for (std::size_t i = 0; i < matter.dependsOn.size(); ++i) {
        const std::string at = below(below(place, "dependsOn"), i);
        if (!subject.catalogue.matter(matter.dependsOn[i].matter)) {
            findings.add("reference.matter", file, at, {{"matter", matter.dependsOn[i].matter}});
        }
        for (const std::string &key : matter.dependsOn[i].needs) {
            if (!isKnownKey(subject.catalogue, key)) {
                findings.add("reference.key", file, below(at, "needs"), {{"name", key}});
            }
        }
    }
    for (std::size_t i = 0; i < matter.reviewPoints.size(); ++i) {
        for (const std::string &key : matter.reviewPoints[i].keys) {
            if (!form.declares(key)) {
                findings.add("reference.key", file, below(below(below(place, "reviewPoints"), i), "keys"),
                    {{"name", key}});
            }
        }
    }
    for (const std::string &key : matter.result.outputs) {
        if (!isKnownKey(subject.catalogue, key)) {
            findings.add("reference.key", file, below(below(place, "result"), "outputs"), {{"name", key}});
        }
    }
}

void checkMaterialsAndElements(const Subject &subject, Findings &findings)
{
    const Catalogue &catalogue = subject.catalogue;
    for (const auto &[id, material] : catalogue.materials()) {
        const std::string path = below("/$defs", id);
        if (!material.producedBy.empty() && !catalogue.matter(material.producedBy)) {
            findings.add("reference.matter", "materials.json", path, {{"matter", material.producedBy}});
        }
        if (!material.keyedBy.empty() && !isKnownKey(catalogue, material.keyedBy)) {
            findings.add("reference.key", "materials.json", path, {{"name", material.keyedBy}});
        }
        if (!material.rosterKey.empty() && !isKnownKey(catalogue, material.rosterKey)) {
            findings.add("reference.key", "materials.json", path, {{"name", material.rosterKey}});
        }
    }
    for (const auto &[id, element] : catalogue.elements()) {
        const Json *typedBy = memberOf(element.schema, "x-qk-typedBy");
        if (typedBy && (!typedBy->is_string() || !catalogue.element(typedBy->get<std::string>()))) {
            findings.add("reference.element", "elements.json", below("/$defs", id), {{"name", *typedBy}});
        }
    }
    for (const auto &[id, department] : catalogue.departments()) {
        if (!department.parent.empty() && !catalogue.department(department.parent)) {
            findings.add("reference.department", "departments.json", below("", id),
                {{"department", department.parent}});
        }
    }
}

} // namespace

void checkReferences(const Subject &subject, const Outlines &outlines, Findings &findings)
{
    for (const auto &[id, outline] : outlines) {
        const Outline written = outlineOf(subject.documents.at(outline.file));
        for (const Declaration &declaration : written.declarations) {
            checkKey(subject, declaration, outline.file, findings);
            checkProvider(subject, declaration, outline.file, findings);
        }
        checkHandling(subject, *outline.matter, outline.file, written, findings);
    }
    checkMaterialsAndElements(subject, findings);
}

} // namespace quanke::check
