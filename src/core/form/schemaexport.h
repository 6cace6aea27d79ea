#pragma once

#include "core/engine/formengine.h"
#include "core/form/formcompiler.h"

#include <map>
#include <optional>

namespace quanke::form {

/// Writes a graph with its answers applied as plain JSON Schema 2020-12: what depends on answers is decided, what
/// depends on fields stays as if/then. That a hidden field reads as absent is written out, so that an independent
/// validator finds the same fields wrong with the same standard keywords.
class SchemaExport {
public:
    /// All must outlive this. The engine holds no values besides the answers.
    SchemaExport(const catalogue::Catalogue &catalogue, const FormCompiler &compiler,
        const engine::FormEngine &engine);

    OrderedJson write();

private:
    /// What a condition has come to: decided, or a schema that still asks.
    struct Residue {
        std::optional<bool> decided;
        Json schema;
    };

    Residue residueOf(const engine::Condition &condition);
    Residue residueOf(engine::ConditionId condition);
    Residue residueOfField(const engine::Condition &condition);
    Residue guardResidue(engine::GuardId guard);
    Residue relevance(engine::FieldId field);
    static Residue negated(Residue residue);
    static Residue joined(const char *keyword, std::vector<Residue> parts);

    OrderedJson propertyOf(engine::FieldId id, const engine::Declaration &declaration) const;
    void addDeclarations();
    void addDemands();
    void addWholeRules(OrderedJson &schema);
    OrderedJson &branchFor(const Residue &residue);

    const catalogue::Catalogue &m_catalogue;
    const FormCompiler &m_compiler;
    const engine::FormEngine &m_engine;
    const engine::FormGraph &m_graph;
    std::map<engine::ConditionId, Residue> m_conditions;
    std::map<engine::FieldId, Residue> m_relevance;
    OrderedJson m_base = OrderedJson::object();
    std::map<std::string, std::pair<Json, OrderedJson>> m_branches; ///< by the text of their condition
};

/// The schema without annotations of ours.
Json plainSchema(const Json &schema);

} // namespace quanke::form
