#include "core/form/schemaexport.h"

#include "core/catalogue/keywords.h"
#include "core/engine/graphorder.h"

#include <algorithm>

namespace quanke::form {

using engine::Condition;
using engine::FieldId;
using engine::FieldKind;

Json plainSchema(const Json &schema)
{
    if (!schema.is_object()) {
        return schema;
    }
    Json plain = Json::object();
    for (const auto &[keyword, value] : schema.get_ref<const Json::object_t &>()) {
        if (keyword.starts_with("x-qk-")) {
            continue;
        }
        const auto shape = catalogue::keywordValue(keyword).value_or(catalogue::KeywordValue::Anything);
        if (shape == catalogue::KeywordValue::Schema) {
            plain[keyword] = plainSchema(value);
        } else if (shape == catalogue::KeywordValue::SchemaList) {
            plain[keyword] = Json::array();
            std::ranges::transform(value, std::back_inserter(plain[keyword]), plainSchema);
        } else if (shape == catalogue::KeywordValue::SchemaByName) {
            plain[keyword] = Json::object();
            for (const auto &[name, below] : value.get_ref<const Json::object_t &>()) {
                plain[keyword][name] = plainSchema(below);
            }
        } else {
            plain[keyword] = value;
        }
    }
    return plain;
}

SchemaExport::SchemaExport(
    const catalogue::Catalogue &catalogue, const FormCompiler &compiler, const engine::FormEngine &engine)
    : m_catalogue(catalogue)
    , m_compiler(compiler)
    , m_engine(engine)
    , m_graph(engine.graph())
{
}

OrderedJson SchemaExport::write()
{
    addDeclarations();
    addDemands();
    OrderedJson schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"type", "object"}};
    schema.update(m_base);
    for (auto &[text, branch] : m_branches) {
        schema["allOf"].push_back({{"if", branch.first}, {"then", std::move(branch.second)}});
    }
    addWholeRules(schema);
    return schema;
}

void SchemaExport::addDeclarations()
{
    for (const FieldId id : m_graph.byKey) {
        const engine::Field &field = m_graph.fields[id];
        if (field.kind != FieldKind::Field) {
            continue;
        }
        for (const engine::Declaration &declaration : field.declarations) {
            const Residue residue = guardResidue(declaration.guard);
            if (residue.decided == false) {
                continue;
            }
            OrderedJson &properties = branchFor(residue)["properties"];
            OrderedJson property = propertyOf(id, declaration);
            if (!properties.contains(field.key)) {
                properties[field.key] = std::move(property);
            } else if (properties[field.key] != property) {
                OrderedJson &first = properties[field.key];
                first["allOf"].push_back(std::move(property));
            }
        }
    }
}

OrderedJson SchemaExport::propertyOf(FieldId id, const engine::Declaration &declaration) const
{
    const engine::Field &field = m_graph.fields[id];
    const Json schema = m_compiler.knowsSchemaOf(declaration.node)
        ? plainSchema(m_compiler.schemaOf(declaration.node))
        : Json::object();
    if (!schema.is_object()) {
        return schema;
    }
    OrderedJson property = {{"title", m_catalogue.labelOfKey(field.key).chinese}};
    property.update(OrderedJson(schema));
    if (field.isReadOnly()) {
        property["readOnly"] = true;
    }
    if (field.filledBy >= 0 && m_engine.valueOf(id)) {
        property["allOf"].push_back({{"const", *m_engine.valueOf(id)}});
    }
    return property;
}

/// What comes from inside is never required here; what may be hidden is required where it shows.
void SchemaExport::addDemands()
{
    for (const FieldId id : m_graph.byKey) {
        const engine::Field &field = m_graph.fields[id];
        if (field.kind != FieldKind::Field || field.isReadOnly()) {
            continue;
        }
        for (const engine::Demand &demand : field.demands) {
            std::vector<Residue> parts;
            parts.push_back(guardResidue(demand.guard));
            if (!std::ranges::any_of(
                    field.declarations, [&](const auto &one) { return one.guard == demand.guard; })) {
                parts.push_back(relevance(id));
            }
            const Residue residue = joined("allOf", std::move(parts));
            if (residue.decided == false) {
                continue;
            }
            OrderedJson &required = branchFor(residue)["required"];
            if (std::ranges::find(required, OrderedJson(field.key)) == required.end()) {
                required.push_back(field.key);
            }
        }
    }
}

void SchemaExport::addWholeRules(OrderedJson &schema)
{
    for (const engine::WholeRule &rule : m_graph.wholeRules) {
        const Residue guard = guardResidue(rule.guard);
        Residue wanted = residueOf(rule.condition);
        if (!rule.wanted) {
            wanted = negated(std::move(wanted));
        }
        const Json rest = wanted.decided ? Json(*wanted.decided) : wanted.schema;
        if (guard.decided == true) {
            schema["allOf"].push_back(OrderedJson(rest));
        } else if (!guard.decided) {
            schema["allOf"].push_back({{"if", guard.schema}, {"then", rest}});
        }
    }
}

OrderedJson &SchemaExport::branchFor(const Residue &residue)
{
    if (residue.decided) {
        return m_base;
    }
    auto &branch = m_branches[residue.schema.dump()];
    branch.first = residue.schema;
    return branch.second;
}

SchemaExport::Residue SchemaExport::guardResidue(engine::GuardId guard)
{
    std::vector<Residue> parts;
    for (const engine::Literal &literal : m_graph.guards[guard].literals) {
        Residue residue = residueOf(literal.condition);
        parts.push_back(literal.wanted ? std::move(residue) : negated(std::move(residue)));
    }
    return joined("allOf", std::move(parts));
}

SchemaExport::Residue SchemaExport::residueOf(engine::ConditionId condition)
{
    const auto known = m_conditions.find(condition);
    if (known != m_conditions.end()) {
        return known->second;
    }
    return m_conditions[condition] = residueOf(m_graph.conditions[condition]);
}

SchemaExport::Residue SchemaExport::residueOf(const Condition &condition)
{
    std::vector<Residue> parts;
    for (const Condition &part : condition.parts) {
        parts.push_back(residueOf(part));
    }
    switch (condition.kind) {
    case Condition::Kind::Always:
        return {true, {}};
    case Condition::Kind::Never:
        return {false, {}};
    case Condition::Kind::All:
        return joined("allOf", std::move(parts));
    case Condition::Kind::Any:
        return joined("anyOf", std::move(parts));
    case Condition::Kind::Not:
        return negated(std::move(parts.front()));
    default:
        return residueOfField(condition);
    }
}

/// Present: it shows and is there. Fits: it does not show, or what is there fits.
SchemaExport::Residue SchemaExport::residueOfField(const Condition &condition)
{
    const FieldId id = condition.field;
    const engine::Field &field = m_graph.fields[id];
    const bool isPresent = condition.kind == Condition::Kind::Present;
    const Json *value =
        field.kind == FieldKind::Situation || field.filledBy >= 0 ? m_engine.valueOf(id) : nullptr;
    if (field.kind == FieldKind::Situation) {
        return {isPresent ? value != nullptr : !value || schema::satisfies(*condition.node, *value), {}};
    }
    Residue there;
    if (isPresent) {
        there = value ? Residue{true, {}} : Residue{std::nullopt, {{"required", Json::array({field.key})}}};
    } else {
        there.schema["properties"][field.key] = plainSchema(m_compiler.schemaOf(condition.node));
        if (value && !schema::satisfies(*condition.node, *value)) {
            there.schema["required"] =
                Json::array({field.key}); // absent, it is filled with what does not fit
        }
    }
    Residue shows = field.isAlwaysRead() ? Residue{true, {}} : relevance(id);
    std::vector<Residue> parts;
    parts.push_back(isPresent ? std::move(shows) : negated(std::move(shows)));
    parts.push_back(std::move(there));
    return joined(isPresent ? "allOf" : "anyOf", std::move(parts));
}

SchemaExport::Residue SchemaExport::relevance(FieldId field)
{
    const auto known = m_relevance.find(field);
    if (known != m_relevance.end()) {
        return known->second;
    }
    std::vector<Residue> parts;
    for (const engine::GuardId guard : engine::showingGuards(m_graph, m_graph.fields[field])) {
        parts.push_back(guardResidue(guard));
    }
    return m_relevance[field] = joined("anyOf", std::move(parts));
}

SchemaExport::Residue SchemaExport::negated(Residue residue)
{
    if (residue.decided) {
        return {!*residue.decided, {}};
    }
    return {std::nullopt, {{"not", std::move(residue.schema)}}};
}

SchemaExport::Residue SchemaExport::joined(const char *keyword, std::vector<Residue> parts)
{
    const bool isAll = std::string_view(keyword) == "allOf";
    Json open = Json::array();
    for (Residue &part : parts) {
        if (part.decided == !isAll) {
            return part;
        }
        if (!part.decided && std::ranges::find(open, part.schema) == open.end()) {
            open.push_back(std::move(part.schema));
        }
    }
    if (open.empty()) {
        return {isAll, {}};
    }
    return {std::nullopt, open.size() == 1 ? open.front() : Json{{keyword, std::move(open)}}};
}

OrderedJson toJsonSchema(const catalogue::Catalogue &catalogue, const Composition &composition)
{
    FormCompiler compiler(catalogue, composition.ticked, composition.answers, MaterialsChecked::No);
    const auto graph = compiler.compile();
    if (!graph) {
        return {};
    }
    const engine::FormEngine engine(*graph, Date{});
    return SchemaExport(catalogue, compiler, engine).write();
}

} // namespace quanke::form
