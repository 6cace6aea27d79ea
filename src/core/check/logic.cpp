#include "core/schema/logic.h"
#include "core/check/rules.h"

namespace quanke::check {

namespace {

/// That the rule is one, and reads only what there is.
template <class IsKnown>
void checkRule(
    const Json &rule, const std::string &file, const std::string &path, IsKnown isKnown, Findings &findings)
{
    const auto logic = schema::Logic::read(rule);
    if (!logic) {
        findings.add(logic.failure().key, file, path, logic.failure().arguments);
        return;
    }
    for (const std::string &variable : logic->variables()) {
        if (!isKnown(variable)) {
            findings.add("logic.undeclared", file, path, {{"variable", variable}});
        }
    }
}

bool hasMessage(const Subject &subject, const std::string &key)
{
    return subject.catalogue.message(key, Json::object(), Language::Chinese) != key;
}

template <class IsKnown>
void checkAsserts(const Subject &subject, const Json *asserts, const std::string &file,
    const std::string &path, IsKnown isKnown, Findings &findings)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; asserts && asserts->is_array() && i < asserts->size(); ++i) {
        const Json &assertion = (*asserts)[i];
        const std::string at = below(path, i);
        const Json *id = memberOf(assertion, "id");
        const Json *logic = memberOf(assertion, "logic");
        const Json *severity = memberOf(assertion, "severity");
        if (!id || !id->is_string() || !logic || !seen.insert(id->dump()).second) {
            findings.add("logic.arguments", file, at, {{"operator", "x-qk-asserts"}});
            continue;
        }
        if (severity && *severity != "error" && *severity != "warning") {
            findings.add("logic.severity", file, at, {{"severity", *severity}});
        }
        if (const std::string key = "assert." + id->get<std::string>(); !hasMessage(subject, key)) {
            findings.add("message.missing", file, at, {{"message", key}});
        }
        checkRule(*logic, file, below(at, "logic"), isKnown, findings);
        for (const std::string &target : textsOf(memberOf(assertion, "targets"))) {
            if (!isKnown(target)) {
                findings.add("logic.target", file, below(at, "targets"), {{"target", target}});
            }
        }
    }
}

} // namespace

void checkLogic(const Subject &subject, const Outlines &outlines, Findings &findings)
{
    for (const auto &[id, element] : subject.catalogue.elements()) {
        checkAsserts(
            subject, memberOf(element.schema, "x-qk-asserts"), "elements.json",
            below(below("/$defs", id), "x-qk-asserts"), [](const std::string &name) { return name.empty(); },
            findings);
    }
    for (const auto &[id, outline] : outlines) {
        const auto isDeclared = [&outline = outline](
                                    const std::string &key) { return outline.declares(key); };
        const Json &form = outline.matter->schema;
        checkAsserts(
            subject, memberOf(form, "x-qk-asserts"), outline.file, "/x-qk-asserts", isDeclared, findings);
        const Json *derived = memberOf(form, "x-qk-derived");
        if (derived && derived->is_object()) {
            for (const auto &[key, rule] : derived->get_ref<const Json::object_t &>()) {
                const std::string path = below("/x-qk-derived", key);
                if (!outline.declares(key)) {
                    findings.add("logic.target", outline.file, path, {{"target", key}});
                }
                checkRule(rule, outline.file, path, isDeclared, findings);
            }
        }
    }
}

} // namespace quanke::check
