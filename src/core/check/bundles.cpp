#include "core/catalogue/condition.h"
#include "core/check/rules.h"

#include <algorithm>

namespace quanke::check {

using catalogue::Bundle;

namespace {

bool asks(const Bundle &bundle, std::string_view situation)
{
    return std::ranges::find(bundle.situations, situation) != bundle.situations.end();
}

void checkPins(const Subject &subject, const Bundle &bundle, const std::string &file, Findings &findings)
{
    for (std::size_t i = 0; i < bundle.matters.size(); ++i) {
        const catalogue::BundleMatter &pinned = bundle.matters[i];
        const std::string path = below("/matters", i);
        const catalogue::Matter *matter = subject.catalogue.matter(pinned.matter);
        if (!matter) {
            findings.add("reference.matter", file, path, {{"matter", pinned.matter}});
            continue;
        }
        if (pinned.version != matter->version) {
            findings.add("bundle.version", file, path,
                {{"matter", pinned.matter}, {"pinned", pinned.version}, {"actual", matter->version}});
        }
        const auto matterFile = subject.fileOfMatter.find(pinned.matter);
        if (!pinned.sha256.empty() && subject.digest && matterFile != subject.fileOfMatter.end()) {
            const std::string actual = subject.digest(subject.files.at(matterFile->second));
            if (actual != pinned.sha256) {
                findings.add("bundle.digest", file, path, {{"matter", pinned.matter}, {"actual", actual}});
            }
        }
    }
}

/// Situations: what the matters read must be asked, what is asked must be read.
void checkSituations(const Subject &subject, const Bundle &bundle, const std::string &file,
    const Outlines &outlines, Findings &findings)
{
    std::set<std::string> read;
    for (const catalogue::BundleMatter &member : bundle.matters) {
        const auto outline = outlines.find(member.matter);
        if (outline == outlines.end()) {
            return; // a matter that did not load may read any of them
        }
        for (const Declaration &declaration : outline->second.declarations) {
            const auto parts = catalogue::splitKey(declaration.key);
            if (!catalogue::isSituationKey(declaration.key) || !read.emplace(parts.element).second) {
                continue;
            }
            if (!asks(bundle, parts.element)) {
                findings.add("bundle.situation-missing", file, "/situations",
                    {{"situation", parts.element}, {"matter", member.matter}});
            }
        }
        if (member.offerIf) {
            std::set<std::string> keys;
            catalogue::collectKeys(*member.offerIf, keys);
            for (const std::string &key : keys) {
                read.emplace(catalogue::splitKey(key).element);
            }
        }
    }
    for (std::size_t i = 0; i < bundle.situations.size(); ++i) {
        const std::string &situation = bundle.situations[i];
        if (!subject.catalogue.situation(situation)) {
            findings.add("reference.situation", file, below("/situations", i), {{"name", situation}});
        } else if (!read.contains(situation)) {
            findings.add(
                "bundle.situation-unused", file, below("/situations", i), {{"situation", situation}});
        }
    }
}

/// Every field must have a section to stand in, and every role of a section must exist.
void checkSections(const Subject &subject, const Bundle &bundle, const std::string &file,
    const Outlines &outlines, Findings &findings)
{
    std::set<std::string, std::less<>> placed;
    for (std::size_t i = 0; i < bundle.sections.size(); ++i) {
        for (const std::string &role : bundle.sections[i].roles) {
            if (!subject.catalogue.roles().contains(role)) {
                findings.add("reference.role", file, below("/sections", i), {{"role", role}});
            }
            placed.insert(role);
        }
    }
    std::set<std::string, std::less<>> missing;
    for (const catalogue::BundleMatter &member : bundle.matters) {
        const auto outline = outlines.find(member.matter);
        if (outline == outlines.end()) {
            continue;
        }
        for (const Declaration &declaration : outline->second.declarations) {
            const auto role = catalogue::splitKey(declaration.key).role;
            if (!role.empty() && role != "situation" && !placed.contains(role)
                && missing.emplace(role).second) {
                findings.add("bundle.role-missing", file, "/sections",
                    {{"role", role}, {"key", declaration.key}, {"matter", member.matter}});
            }
        }
    }
}

} // namespace

void checkBundles(const Subject &subject, const Outlines &outlines, Findings &findings)
{
    for (const auto &[id, bundle] : subject.catalogue.bundles()) {
        const auto file = subject.fileOfBundle.find(id);
        if (file == subject.fileOfBundle.end() || subject.broken.contains(file->second)) {
            continue;
        }
        checkPins(subject, bundle, file->second, findings);
        checkSituations(subject, bundle, file->second, outlines, findings);
        checkSections(subject, bundle, file->second, outlines, findings);
    }
}

} // namespace quanke::check
