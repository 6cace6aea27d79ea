#include "core/check/reachability.h"

#include "core/catalogue/condition.h"

#include <algorithm>

namespace quanke::check {

using catalogue::Truth;

namespace {

/// More combinations than this are not tried: the guards are taken to be reachable.
constexpr std::size_t mostCombinations = 20'000;

/// The values a schema lists, its allOf parts included.
std::optional<std::vector<Json>> listedValues(const Json &schema)
{
    if (const Json *value = memberOf(schema, "const")) {
        return std::vector<Json>{*value};
    }
    if (const Json *values = memberOf(schema, "enum"); values && values->is_array()) {
        return std::vector<Json>(values->begin(), values->end());
    }
    const Json *type = memberOf(schema, "type");
    if (type && *type == "boolean") {
        return std::vector<Json>{true, false};
    }
    return std::nullopt;
}

bool holds(const Guards &guards, const catalogue::KnownValues &known)
{
    return std::ranges::all_of(guards, [&](const Guard &guard) {
        const Truth truth = catalogue::evaluate(*guard.condition, known);
        return truth != (guard.negated ? Truth::Yes : Truth::No);
    });
}

/// Steps through all combinations like the digits of a counter.
bool stepOn(const std::vector<std::pair<std::string, const std::vector<Json> *>> &wheels,
    std::vector<std::size_t> &at)
{
    for (std::size_t i = 0; i < wheels.size(); ++i) {
        if (++at[i] < wheels[i].second->size()) {
            return true;
        }
        at[i] = 0;
    }
    return false;
}

} // namespace

Domains domainsOf(const Subject &subject, const std::vector<const Outline *> &outlines)
{
    Domains domains;
    for (const auto &[id, situation] : subject.catalogue.situations()) {
        std::vector<Json> &options = domains["situation/" + id];
        for (const catalogue::Code &option : situation.options) {
            options.emplace_back(option.code);
        }
    }
    for (const Outline *outline : outlines) {
        for (const Declaration &declaration : outline->declarations) {
            if (catalogue::isSituationKey(declaration.key) || domains.contains(declaration.key)) {
                continue;
            }
            if (auto values = listedValues(*declaration.schema)) {
                values->push_back(nullptr);
                domains.emplace(declaration.key, std::move(*values));
            }
        }
    }
    return domains;
}

bool isReachable(const Guards &guards, const Domains &domains)
{
    std::set<std::string> keys;
    for (const Guard &guard : guards) {
        catalogue::collectKeys(*guard.condition, keys);
    }
    std::vector<std::pair<std::string, const std::vector<Json> *>> wheels;
    std::size_t combinations = 1;
    for (const std::string &key : keys) {
        const auto domain = domains.find(key);
        if (domain != domains.end() && !domain->second.empty()) {
            wheels.emplace_back(key, &domain->second);
            combinations *= domain->second.size();
        }
        if (combinations > mostCombinations) {
            return true;
        }
    }
    std::vector<std::size_t> at(wheels.size(), 0);
    do {
        catalogue::KnownValues known;
        for (std::size_t i = 0; i < wheels.size(); ++i) {
            known.emplace(wheels[i].first, (*wheels[i].second)[at[i]]);
        }
        if (holds(guards, known)) {
            return true;
        }
    } while (stepOn(wheels, at));
    return false;
}

} // namespace quanke::check
