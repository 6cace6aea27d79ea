#include "core/catalogue/condition.h"
#include "core/check/reachability.h"
#include "core/check/rules.h"

#include <algorithm>

namespace quanke::check {

namespace {

/// Properties tested without standing in the `required` beside them: such a test holds when there is nothing at all.
void checkVacuous(const Json &condition, const std::string &file, const std::string &path, Findings &findings)
{
    if (!condition.is_object()) {
        return;
    }
    const auto required = textsOf(memberOf(condition, "required"));
    if (const Json *properties = memberOf(condition, "properties"); properties && properties->is_object()) {
        for (const auto &[key, schema] : properties->get_ref<const Json::object_t &>()) {
            if (std::ranges::find(required, key) == required.end()) {
                findings.add("condition.vacuous", file, path, {{"property", key}});
            }
        }
    }
    if (const Json *part = memberOf(condition, "not")) {
        checkVacuous(*part, file, below(path, "not"), findings);
    }
    for (const char *keyword : {"allOf", "anyOf"}) {
        const Json *parts = memberOf(condition, keyword);
        for (std::size_t i = 0; parts && parts->is_array() && i < parts->size(); ++i) {
            checkVacuous((*parts)[i], file, below(below(path, keyword), i), findings);
        }
    }
}

template <class IsDeclared>
void checkDeclared(const Json &condition, const std::string &file, const std::string &path,
    IsDeclared isDeclared, Findings &findings)
{
    std::set<std::string> keys;
    catalogue::collectKeys(condition, keys);
    for (const std::string &key : keys) {
        if (!isDeclared(key)) {
            findings.add("condition.undeclared", file, path, {{"property", key}});
        }
    }
}

/// A matter's department sees what its part holds: were the tested key hidden there and shown by another matter, the
/// part alone would come to another answer than the whole form did.
void checkShown(const Branch &branch, const Outline &outline, Findings &findings)
{
    std::set<std::string> keys;
    catalogue::collectKeys(*branch.condition, keys);
    for (const std::string &key : keys) {
        if (outline.declares(key) && !outline.showsUnder(key, branch.guards)) {
            findings.add("condition.not-always-shown", outline.file, branch.path, {{"property", key}});
        }
    }
}

void checkReachable(const Branch &branch, const std::string &file, const Domains &domains, Findings &findings)
{
    Guards guards = branch.guards;
    if (!isReachable(guards, domains)) {
        return; // the condition around it is told about already
    }
    guards.push_back({branch.condition, false});
    if (!isReachable(guards, domains)) {
        findings.add("condition.unreachable", file, branch.path, {{"condition", branch.condition->dump()}});
    }
}

void checkMatter(const Subject &subject, const Outline &outline, Findings &findings)
{
    const Domains domains = domainsOf(subject, {&outline});
    const auto isDeclared = [&](const std::string &key) { return outline.declares(key); };
    for (const Branch &branch : outline.branches) {
        checkVacuous(*branch.condition, outline.file, branch.path, findings);
        checkDeclared(*branch.condition, outline.file, branch.path, isDeclared, findings);
        checkShown(branch, outline, findings);
        checkReachable(branch, outline.file, domains, findings);
    }
    for (std::size_t i = 0; i < outline.matter->variants.size(); ++i) {
        const Json &condition = outline.matter->variants[i].condition;
        const std::string path = below(below("/x-qk-matter/variants", i), "if");
        checkVacuous(condition, outline.file, path, findings);
        checkDeclared(condition, outline.file, path, isDeclared, findings);
        checkShown({&condition, path, {}}, outline, findings);
        checkReachable({&condition, path, {}}, outline.file, domains, findings);
    }
    for (const Requirement &requirement : outline.requirements) {
        if (!outline.declares(requirement.key)) {
            findings.add(
                "required.undeclared", outline.file, requirement.path, {{"property", requirement.key}});
        }
    }
}

} // namespace

void checkConditions(const Subject &subject, const Outlines &outlines, Findings &findings)
{
    for (const auto &[id, outline] : outlines) {
        checkMatter(subject, outline, findings);
    }
    for (const auto &[id, bundle] : subject.catalogue.bundles()) {
        const auto file = subject.fileOfBundle.find(id);
        if (file == subject.fileOfBundle.end() || subject.broken.contains(file->second)) {
            continue;
        }
        const auto isAsked = [&situations = bundle.situations](const std::string &key) {
            const auto parts = catalogue::splitKey(key);
            return catalogue::isSituationKey(key)
                && std::ranges::find(situations, parts.element) != situations.end();
        };
        for (std::size_t i = 0; i < bundle.matters.size(); ++i) {
            if (const auto &condition = bundle.matters[i].offerIf) {
                const std::string path = below(below("/matters", i), "offerIf");
                checkVacuous(*condition, file->second, path, findings);
                checkDeclared(*condition, file->second, path, isAsked, findings);
                checkReachable({&*condition, path, {}}, file->second, domainsOf(subject, {}), findings);
            }
        }
    }
}

} // namespace quanke::check
