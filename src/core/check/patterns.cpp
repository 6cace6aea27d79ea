#include "core/check/rules.h"
#include "core/formats/namedcheck.h"

#include <re2/re2.h>

namespace quanke::check {

namespace {

/// What RE2, ECMA-262 and Python do not read alike, so that patterns keep clear of it.
std::string notPortable(const std::string &pattern)
{
    for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            static constexpr std::string_view classes = "dDwWsSbBpPAzZGQEC";
            if (classes.find(pattern[i + 1]) != std::string_view::npos) {
                return pattern.substr(i, 2);
            }
            ++i;
        } else if (pattern[i] == '(' && pattern[i + 1] == '?' && pattern.substr(i, 3) != "(?:") {
            return pattern.substr(i, 3);
        } else if (pattern[i] == '[' && pattern[i + 1] == '[') {
            return "[[";
        }
    }
    return {};
}

void checkPattern(
    const std::string &pattern, const std::string &file, const std::string &path, Findings &findings)
{
    const re2::RE2 expression(pattern, re2::RE2::Quiet);
    if (!expression.ok()) {
        findings.add("pattern.refused", file, path, {{"pattern", pattern}, {"reason", expression.error()}});
        return;
    }
    if (const std::string construct = notPortable(pattern); !construct.empty()) {
        findings.add("pattern.not-portable", file, path, {{"pattern", pattern}, {"construct", construct}});
    }
}

/// Schemas wherever they stand: every object with a pattern or a format in it.
void walk(const Json &value, const std::string &file, const std::string &path, Findings &findings)
{
    if (const Json *pattern = memberOf(value, "pattern"); pattern && pattern->is_string()) {
        checkPattern(pattern->get<std::string>(), file, below(path, "pattern"), findings);
    }
    const Json *format = memberOf(value, "format");
    if (format && format->is_string()) {
        const std::string &name = format->get_ref<const std::string &>();
        if (!formats::namedCheck(name)) {
            findings.add("format.unknown", file, path, {{"format", name}});
        } else if (!memberOf(value, "pattern") && !memberOf(value, "$ref")) {
            findings.add("format.no-pattern", file, path, {{"format", name}});
        }
    }
    if (value.is_object()) {
        for (const auto &[name, member] : value.get_ref<const Json::object_t &>()) {
            if (!name.starts_with("x-qk-")) {
                walk(member, file, below(path, name), findings);
            }
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            walk(value[i], file, below(path, i), findings);
        }
    }
}

} // namespace

void checkPatterns(const Subject &subject, Findings &findings)
{
    for (const auto &[path, document] : subject.documents) {
        const bool hasSchemas = path == "elements.json" || path == "codes.json" || path == "situations.json"
            || path == "materials.json" || path.starts_with("matters/");
        if (hasSchemas) {
            walk(document, path, {}, findings);
        }
    }
}

} // namespace quanke::check
