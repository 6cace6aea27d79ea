#include "core/check/rules.h"

#include <algorithm>

namespace quanke::check {

namespace {

std::string needOf(const Json &terms)
{
    const Json *need = memberOf(terms, "need");
    return need && need->is_string() ? need->get<std::string>() : std::string();
}

bool isCount(const Json *value)
{
    return !value || value->is_number_unsigned();
}

/// What a matter wants of a material, and that `required` says the same.
void checkTerms(const Outline &outline, const Declaration &declaration, Findings &findings)
{
    const Json *terms = memberOf(*declaration.schema, "x-qk-material");
    const std::string need = terms ? needOf(*terms) : std::string();
    if (need != "required" && need != "tolerable" && need != "optional") {
        findings.add("material.need", outline.file, declaration.path, {{"material", declaration.key}});
        return;
    }
    const Json *days = memberOf(*terms, "tolerateDays");
    const bool daysFit =
        need == "tolerable" ? days && days->is_number_unsigned() && *days > 0 : days == nullptr;
    if (!daysFit || !isCount(memberOf(*terms, "originals")) || !isCount(memberOf(*terms, "copies"))) {
        findings.add("material.tolerance", outline.file, declaration.path, {{"material", declaration.key}});
    }
    const bool required = std::ranges::any_of(outline.requirements,
        [&](const Requirement &requirement) { return requirement.key == declaration.key; });
    if (required != (need == "required")) {
        findings.add("material.required", outline.file, declaration.path,
            {{"material", declaration.key}, {"need", need}});
    }
}

/// The keys every matter's file names, also of those that did not load.
std::set<std::string> keysInUse(const Subject &subject)
{
    std::set<std::string> keys;
    for (const auto &[path, document] : subject.documents) {
        if (path.starts_with("matters/")) {
            for (const Declaration &declaration : outlineOf(document).declarations) {
                keys.insert(declaration.key);
            }
        }
    }
    return keys;
}

} // namespace

void checkMaterials(const Subject &subject, const Outlines &outlines, Findings &findings)
{
    for (const auto &[id, outline] : outlines) {
        for (const Declaration &declaration : outline.declarations) {
            if (subject.catalogue.material(declaration.key)) {
                checkTerms(outline, declaration, findings);
            }
        }
    }
    const auto used = keysInUse(subject);
    for (const auto &[id, material] : subject.catalogue.materials()) {
        if (!used.contains(id)) {
            findings.add("material.unused", "materials.json", below("/$defs", id), {{"material", id}});
        }
    }
}

} // namespace quanke::check
