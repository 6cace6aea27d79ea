#include "core/catalogue/condition.h"
#include "core/check/rules.h"

#include <algorithm>

namespace quanke::check {

namespace {

bool isOption(const catalogue::Situation &situation, const std::string &answer)
{
    return std::ranges::any_of(
        situation.options, [&](const catalogue::Code &option) { return option.code == answer; });
}

void checkFilled(
    const Subject &subject, const catalogue::Situation &situation, const std::string &key, Findings &findings)
{
    const std::string path = below(below(below("/$defs", situation.id), "x-qk-fills"), key);
    const catalogue::Element *element = subject.catalogue.element(catalogue::splitKey(key).element);
    for (const auto &[answer, value] : situation.fills.at(key)) {
        if (!isOption(situation, answer)) {
            findings.add("fills.answer", "situations.json", path, {{"answer", answer}});
        }
        if (element && catalogue::fits(value, element->schema) == catalogue::Truth::No) {
            findings.add("fills.value", "situations.json", path, {{"key", key}, {"value", value.dump()}});
        }
    }
}

} // namespace

void checkFills(const Subject &subject, const Outlines &outlines, Findings &findings)
{
    if (subject.broken.contains("situations.json") || subject.broken.contains("elements.json")) {
        return;
    }
    for (const auto &[id, situation] : subject.catalogue.situations()) {
        for (const auto &[key, values] : situation.fills) {
            const bool declared = std::ranges::any_of(
                outlines, [&key = key](const auto &outline) { return outline.second.declares(key); });
            if (!declared || !subject.catalogue.element(catalogue::splitKey(key).element)) {
                findings.add("fills.key", "situations.json",
                    below(below(below("/$defs", id), "x-qk-fills"), key), {{"key", key}});
            }
            checkFilled(subject, situation, key, findings);
        }
    }
}

} // namespace quanke::check
