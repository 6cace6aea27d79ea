#include "core/catalogue/condition.h"

#include "core/catalogue/annotation.h"

#include <algorithm>
#include <optional>

namespace quanke::catalogue {

namespace {

Truth negated(Truth truth)
{
    return truth == Truth::Open ? truth : truth == Truth::Yes ? Truth::No : Truth::Yes;
}

Truth both(Truth one, Truth other)
{
    if (one == Truth::No || other == Truth::No) {
        return Truth::No;
    }
    return one == Truth::Yes && other == Truth::Yes ? Truth::Yes : Truth::Open;
}

Truth either(Truth one, Truth other)
{
    return negated(both(negated(one), negated(other)));
}

Truth truthOf(bool holds)
{
    return holds ? Truth::Yes : Truth::No;
}

bool isOfType(const Json &value, const Json &type)
{
    if (type.is_array()) {
        return std::ranges::any_of(type, [&](const Json &one) { return isOfType(value, one); });
    }
    return (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean())
        || (type == "integer" && value.is_number_integer()) || (type == "number" && value.is_number())
        || (type == "array" && value.is_array()) || (type == "object" && value.is_object())
        || (type == "null" && value.is_null());
}

Truth hasProperties(const Json &properties, const KnownValues &known)
{
    Truth truth = Truth::Yes;
    for (const auto &[key, schema] : properties.get_ref<const Json::object_t &>()) {
        const auto value = known.find(key);
        if (value == known.end()) {
            truth = both(truth, Truth::Open);
        } else if (!value->second.is_null()) {
            truth = both(truth, fits(value->second, schema));
        }
    }
    return truth;
}

Truth hasRequired(const Json &required, const KnownValues &known)
{
    Truth truth = Truth::Yes;
    for (const Json &key : required) {
        const auto value = known.find(key.get_ref<const std::string &>());
        truth = both(truth, value == known.end() ? Truth::Open : truthOf(!value->second.is_null()));
    }
    return truth;
}

/// The combining keywords, whatever they combine; nothing for another keyword.
template <class Below>
std::optional<Truth> combination(const std::string &keyword, const Json &schemas, Below below)
{
    if (keyword == "not") {
        return negated(below(schemas));
    }
    Truth truth = truthOf(keyword == "allOf");
    if (keyword == "allOf" || keyword == "anyOf") {
        for (const Json &schema : schemas) {
            truth = keyword == "allOf" ? both(truth, below(schema)) : either(truth, below(schema));
        }
        return truth;
    }
    return std::nullopt;
}

} // namespace

Truth evaluate(const Json &condition, const KnownValues &known)
{
    if (!condition.is_object()) {
        return truthOf(condition != false);
    }
    Truth truth = Truth::Yes;
    for (const auto &[keyword, value] : condition.get_ref<const Json::object_t &>()) {
        const auto below = [&](const Json &schema) { return evaluate(schema, known); };
        if (keyword == "properties") {
            truth = both(truth, hasProperties(value, known));
        } else if (keyword == "required") {
            truth = both(truth, hasRequired(value, known));
        } else if (const auto combined = combination(keyword, value, below)) {
            truth = both(truth, *combined);
        } else if (keyword != "type" && !isAnnotation(keyword)) {
            truth = both(truth, Truth::Open);
        }
    }
    return truth;
}

Truth fits(const Json &value, const Json &schema)
{
    if (!schema.is_object()) {
        return truthOf(schema != false);
    }
    Truth truth = Truth::Yes;
    for (const auto &[keyword, wanted] : schema.get_ref<const Json::object_t &>()) {
        const auto below = [&](const Json &part) { return fits(value, part); };
        if (keyword == "const") {
            truth = both(truth, truthOf(value == wanted));
        } else if (keyword == "enum") {
            truth = both(truth, truthOf(std::ranges::find(wanted, value) != wanted.end()));
        } else if (keyword == "type") {
            truth = both(truth, truthOf(isOfType(value, wanted)));
        } else if (const auto combined = combination(keyword, wanted, below)) {
            truth = both(truth, *combined);
        } else if (!isAnnotation(keyword)) {
            truth = both(truth, Truth::Open);
        }
    }
    return truth;
}

void collectKeys(const Json &condition, std::set<std::string> &into)
{
    if (!condition.is_object()) {
        return;
    }
    for (const auto &[keyword, value] : condition.get_ref<const Json::object_t &>()) {
        if (keyword == "properties") {
            for (const auto &[key, schema] : value.get_ref<const Json::object_t &>()) {
                into.insert(key);
            }
        } else if (keyword == "required") {
            for (const Json &key : value) {
                into.insert(key.get<std::string>());
            }
        } else if (keyword == "not" || keyword == "if" || keyword == "then" || keyword == "else") {
            collectKeys(value, into);
        } else if (keyword == "allOf" || keyword == "anyOf") {
            for (const Json &part : value) {
                collectKeys(part, into);
            }
        }
    }
}

} // namespace quanke::catalogue
