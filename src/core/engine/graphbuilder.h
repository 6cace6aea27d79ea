#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/place.h"
#include "core/engine/formgraph.h"
#include "core/schema/nodecompiler.h"

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quanke::engine {

/// One schema that goes into a form, and the matters it speaks for.
struct SchemaSource {
    const Json *schema = nullptr;
    MatterBits matters = 0;
    std::string name; ///< for failures: "matters/HT-01.json"
};

/// What builds of a catalogue's matters need to know beyond their schemas.
struct CatalogueFacts {
    const catalogue::Catalogue *catalogue = nullptr; ///< null for a schema that stands alone
    std::vector<std::string> ticked; ///< what the bits stand for
    std::map<std::string, std::string> answers; ///< by situation
    bool withMaterials = true;
};

/// Compiles schemas into a FormGraph: composing is `allOf`, so every source simply adds its branches. Walks
/// each schema once, carrying the conjunction of the conditions around it (the guard).
///
/// Fails as NodeCompiler does, and with form.circle ("keys") where relevance depends on itself, and
/// form.too-large.
class GraphBuilder {
public:
    explicit GraphBuilder(CatalogueFacts facts);

    /// The sources must outlive the builder, not the graph.
    Result<FormGraph> build(const std::vector<SchemaSource> &sources);

    /// The schemas that nodes were compiled from.
    const std::unordered_map<const schema::Node *, const Json *> &schemas() const { return m_schemas; }

private:
    struct Branch {
        GuardId guard;
        MatterBits matters;
        const Json *resource;
    };

    void walk(const Json &schema, Branch branch, const catalogue::Place &place);
    void walkKeyword(
        std::string_view keyword, const Json &value, const Branch &branch, const catalogue::Place &place);
    void walkCondition(const Json &schema, const Branch &branch, const catalogue::Place &place);
    void walkReference(const Json &reference, const Branch &branch, const catalogue::Place &place);
    void walkWhole(
        std::string_view keyword, const Json &value, const Branch &branch, const catalogue::Place &place);
    void walkDependents(const Json &value, const Branch &branch, const catalogue::Place &place);
    void walkAssertions(const Json &value, const Branch &branch, const catalogue::Place &place);
    void walkDerivations(const Json &value, const Branch &branch, const catalogue::Place &place);

    FieldId field(const std::string &key);
    bool isLeftOut(const std::string &key) const;
    void declare(
        const std::string &key, const Json &schema, const Branch &branch, const catalogue::Place &place);
    const schema::Node *nodeFor(
        FieldId id, const Json &schema, const Json *resource, const catalogue::Place &place);
    void declareMaterial(FieldId id, const catalogue::Material &material, const Json &schema,
        const Branch &branch, const catalogue::Place &place);
    void demand(const std::string &key, Demand::Kind kind, const Branch &branch, int days = 0);
    GuardId guardBelow(GuardId outer, Literal literal);
    ConditionId condition(const Json &schema, const Json *resource, const catalogue::Place &place);
    std::vector<FieldId> fieldsOf(const std::vector<std::string> &variables);

    void addAnswers();
    void declareWhatIsOnlyDemanded();

    using NodeChoice = std::pair<const Json *, const schema::Node *>;

    CatalogueFacts m_facts;
    FormGraph m_graph;
    std::unique_ptr<schema::References> m_references;
    std::unique_ptr<schema::NodeCompiler> m_nodes;
    schema::SharedNodes m_shared; ///< of a catalogue's matters, which have no references left
    std::vector<std::vector<NodeChoice>> m_choices; ///< schemas seen for each field
    std::unordered_map<std::string, ConditionId> m_conditionIds; ///< by the text of the schema
    std::map<std::vector<Literal>, GuardId> m_guardIds;
    std::map<GuardId, schema::ByContent<std::uint16_t>> m_checkIds; ///< by the rule
    std::unordered_map<const schema::Node *, const Json *> m_schemas;
    std::deque<Json> m_made; ///< schemas written here, where a keyword means another
    std::vector<const Json *> m_walked; ///< schemas being walked, to find one that contains itself
};

} // namespace quanke::engine
