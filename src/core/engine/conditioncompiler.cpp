#include "core/engine/conditioncompiler.h"

#include <array>

namespace quanke::engine {

namespace {

constexpr int deepest = 64;

Condition negated(Condition condition)
{
    return {Condition::Kind::Not, noField, nullptr, {std::move(condition)}};
}

Condition joined(Condition::Kind kind, std::vector<Condition> parts)
{
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    return {kind, noField, nullptr, std::move(parts)};
}

bool speaksOfObjects(const Json &type)
{
    return type == "object" || (type.is_array() && std::ranges::find(type, Json("object")) != type.end());
}

} // namespace

ConditionCompiler::ConditionCompiler(schema::NodeCompiler &nodes,
    std::function<FieldId(const std::string &)> fieldNamed,
    std::unordered_map<const schema::Node *, const Json *> &schemas)
    : m_nodes(nodes)
    , m_fieldNamed(std::move(fieldNamed))
    , m_schemas(schemas)
{
}

Condition ConditionCompiler::compile(schema::Located located, const Place &place)
{
    const Json &schema = *located.schema;
    if (schema.is_boolean()) {
        return {schema.get<bool>() ? Condition::Kind::Always : Condition::Kind::Never};
    }
    if (!schema.is_object() || m_depth > deepest) {
        m_nodes.fail(m_depth > deepest ? "profile.circle" : "profile.malformed", place, {{"keyword", ""}});
        return {};
    }
    ++m_depth;
    std::vector<Condition> parts;
    for (const auto &[keyword, value] : schema.get_ref<const Json::object_t &>()) {
        if (!m_nodes.accept(keyword, value, place)) {
            break;
        }
        Condition part = compileKeyword(keyword, value, located, place);
        if (part.kind != Condition::Kind::Always) {
            parts.push_back(std::move(part));
        }
    }
    --m_depth;
    return parts.empty() ? Condition{} : joined(Condition::Kind::All, std::move(parts));
}

Condition ConditionCompiler::compileKeyword(
    std::string_view keyword, const Json &value, schema::Located located, const Place &place)
{
    using Kind = Condition::Kind;
    const Place below = place.below(keyword);
    if (keyword == "properties") {
        return compileProperties(value, located, below);
    }
    if (keyword == "required") {
        return present(value);
    }
    if (keyword == "allOf" || keyword == "anyOf") {
        return compileList(keyword == "allOf" ? Kind::All : Kind::Any, value, located, below);
    }
    if (keyword == "not") {
        return negated(compile({&value, located.resource}, below));
    }
    if (keyword == "if") {
        return compileBranches(*located.schema, located, place);
    }
    if (keyword == "$ref") {
        const auto target = m_nodes.follow(value, *located.resource, place);
        return target.schema ? compile(target, place) : Condition{};
    }
    if (keyword == "dependentRequired") {
        std::vector<Condition> parts;
        for (const auto &[name, wanted] : value.get_ref<const Json::object_t &>()) {
            std::vector<Condition> either;
            either.push_back(negated(present(Json::array({name}))));
            either.push_back(present(wanted));
            parts.push_back(joined(Kind::Any, std::move(either)));
        }
        return joined(Kind::All, std::move(parts));
    }
    if (keyword == "type") {
        return {speaksOfObjects(value) ? Kind::Always : Kind::Never};
    }
    if (keyword == "enum" || keyword == "const" || keyword == "oneOf") {
        m_nodes.fail("profile.unsupported", place, {{"keyword", keyword}});
    }
    return {}; // what speaks of other values than objects
}

Condition ConditionCompiler::compileProperties(const Json &value, schema::Located located, const Place &place)
{
    std::vector<Condition> parts;
    for (const auto &[name, schema] : value.get_ref<const Json::object_t &>()) {
        const schema::Node *node = m_nodes.compile({&schema, located.resource}, place.below(name));
        m_schemas.emplace(node, &schema);
        parts.push_back({Condition::Kind::Fits, m_fieldNamed(name), node});
    }
    return parts.empty() ? Condition{} : joined(Condition::Kind::All, std::move(parts));
}

Condition ConditionCompiler::compileList(
    Condition::Kind kind, const Json &list, schema::Located located, const Place &place)
{
    std::vector<Condition> parts;
    for (std::size_t i = 0; i < list.size(); ++i) {
        parts.push_back(compile({&list[i], located.resource}, place.below(i)));
    }
    return joined(kind, std::move(parts));
}

/// if c then t else e  =  (not c or t) and (c or e)
Condition ConditionCompiler::compileBranches(const Json &schema, schema::Located located, const Place &place)
{
    const Condition condition = compile({&schema.at("if"), located.resource}, place.below("if"));
    std::vector<Condition> parts;
    for (const char *branch : {"then", "else"}) {
        const auto found = schema.find(branch);
        if (found != schema.end() && m_nodes.accept(branch, *found, place)) {
            std::vector<Condition> either;
            either.push_back(std::string_view(branch) == "then" ? negated(condition) : condition);
            either.push_back(compile({&*found, located.resource}, place.below(branch)));
            parts.push_back(joined(Condition::Kind::Any, std::move(either)));
        }
    }
    return parts.empty() ? Condition{} : joined(Condition::Kind::All, std::move(parts));
}

Condition ConditionCompiler::present(const Json &names)
{
    std::vector<Condition> parts;
    for (const Json &name : names) {
        parts.push_back({Condition::Kind::Present, m_fieldNamed(name.get_ref<const std::string &>())});
    }
    return parts.empty() ? Condition{} : joined(Condition::Kind::All, std::move(parts));
}

} // namespace quanke::engine
