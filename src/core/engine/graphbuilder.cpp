#include "core/engine/graphbuilder.h"

#include "core/engine/conditioncompiler.h"
#include "core/engine/graphindex.h"
#include "core/engine/graphorder.h"

#include <limits>

namespace quanke::engine {

namespace {

constexpr std::size_t most = std::numeric_limits<std::uint16_t>::max();

/// Keywords that change nothing of what a value must satisfy.
bool isAnnotation(std::string_view keyword)
{
    if (keyword.starts_with("x-qk-")) {
        return keyword != "x-qk-scale" && keyword != "x-qk-asserts" && keyword != "x-qk-typedBy"
            && keyword != "x-qk-multiline";
    }
    return keyword == "title" || keyword == "description" || keyword == "default" || keyword == "deprecated"
        || keyword == "readOnly" || keyword == "contentMediaType" || keyword == "$schema";
}

bool isSameConstraint(const Json &left, const Json &right)
{
    if (!left.is_object() || !right.is_object()) {
        return left == right;
    }
    auto one = left.begin();
    auto other = right.begin();
    while (true) {
        while (one != left.end() && isAnnotation(one.key())) {
            ++one;
        }
        while (other != right.end() && isAnnotation(other.key())) {
            ++other;
        }
        if (one == left.end() || other == right.end()) {
            return one == left.end() && other == right.end();
        }
        if (one.key() != other.key() || one.value() != other.value()) {
            return false;
        }
        ++one;
        ++other;
    }
}

int numberIn(const Json &object, const char *member)
{
    const auto found = object.find(member);
    return found != object.end() && found->is_number_integer() ? found->get<int>() : 0;
}

LocalText textIn(const Json &object, const char *member)
{
    const auto found = object.find(member);
    return found != object.end() && found->is_object()
        ? LocalText{found->value("zh_CN", ""), found->value("en", "")}
        : LocalText{};
}

} // namespace

GraphBuilder::GraphBuilder(CatalogueFacts facts)
    : m_facts(std::move(facts))
{
    m_graph.divisions = m_facts.catalogue ? &m_facts.catalogue->divisions() : nullptr;
    m_graph.matters = m_facts.ticked;
    m_graph.fields.emplace_back().kind = FieldKind::Whole;
    m_graph.guards.emplace_back();
    m_guardIds.emplace(std::vector<Literal>(), alwaysActive);
    m_choices.emplace_back();
}

Result<FormGraph> GraphBuilder::build(const std::vector<SchemaSource> &sources)
{
    for (const SchemaSource &source : sources) {
        m_references = std::make_unique<schema::References>(*source.schema);
        m_nodes = std::make_unique<schema::NodeCompiler>(m_graph.store,
            m_facts.catalogue ? nullptr : m_references.get(), m_facts.catalogue ? &m_shared : nullptr);
        walk(*source.schema, {alwaysActive, source.matters, source.schema}, catalogue::Place(source.name));
        if (m_nodes->failure()) {
            Failure failure = *m_nodes->failure();
            if (!source.name.empty()) {
                failure.arguments["file"] = source.name;
            }
            return failure;
        }
    }
    addAnswers();
    declareWhatIsOnlyDemanded();
    if (m_graph.fields.size() > most || m_graph.conditions.size() + m_graph.derivations.size() > most
        || m_graph.guards.size() > most || m_graph.matters.size() > mostMatters) {
        return Failure{"form.too-large", Json::object(), {}};
    }
    indexGraph(m_graph);
    const auto ordered = orderSteps(m_graph);
    if (!ordered) {
        return ordered.failure();
    }
    return std::move(m_graph);
}

void GraphBuilder::walk(const Json &schema, Branch branch, const catalogue::Place &place)
{
    if (schema.is_boolean() && schema.get<bool>()) {
        return;
    }
    if (!schema.is_object()) {
        m_nodes->fail("profile.unsupported", place, {{"keyword", schema.is_boolean() ? "false" : ""}});
        return;
    }
    if (std::ranges::find(m_walked, &schema) != m_walked.end()) {
        m_nodes->fail("profile.circle", place, Json::object());
        return;
    }
    m_walked.push_back(&schema);
    if (schema.contains("$id")) {
        branch.resource = &schema;
    }
    for (const auto &[keyword, value] : schema.get_ref<const Json::object_t &>()) {
        if (!m_nodes->accept(keyword, value, place)) {
            break;
        }
        if (keyword == "if") {
            walkCondition(schema, branch, place);
        } else {
            walkKeyword(keyword, value, branch, place);
        }
    }
    m_walked.pop_back();
}

void GraphBuilder::walkKeyword(
    std::string_view keyword, const Json &value, const Branch &branch, const catalogue::Place &place)
{
    const catalogue::Place below = place.below(keyword);
    if (keyword == "properties") {
        for (const auto &[key, schema] : value.get_ref<const Json::object_t &>()) {
            declare(key, schema, branch, below.below(key));
        }
    } else if (keyword == "required") {
        for (const Json &key : value) {
            demand(key.get_ref<const std::string &>(), Demand::Kind::Required, branch);
        }
    } else if (keyword == "allOf") {
        for (std::size_t i = 0; i < value.size(); ++i) {
            walk(value[i], branch, below.below(i));
        }
    } else if (keyword == "$ref") {
        walkReference(value, branch, place);
    } else if (keyword == "anyOf" || keyword == "not") {
        walkWhole(keyword, value, branch, below);
    } else if (keyword == "dependentRequired") {
        walkDependents(value, branch, below);
    } else if (keyword == "x-qk-asserts") {
        walkAssertions(value, branch, below);
    } else if (keyword == "x-qk-derived") {
        walkDerivations(value, branch, below);
    } else if (keyword == "enum" || keyword == "const" || keyword == "oneOf") {
        m_nodes->fail("profile.unsupported", place, {{"keyword", keyword}});
    } else if (keyword == "type" && value != "object"
        && (!value.is_array() || std::ranges::find(value, Json("object")) == value.end())) {
        m_nodes->fail("profile.unsupported", place, {{"keyword", keyword}});
    }
}

void GraphBuilder::walkCondition(const Json &schema, const Branch &branch, const catalogue::Place &place)
{
    const ConditionId id = condition(schema.at("if"), branch.resource, place.below("if"));
    for (const bool wanted : {true, false}) {
        const char *name = wanted ? "then" : "else";
        const auto found = schema.find(name);
        if (found != schema.end() && m_nodes->accept(name, *found, place)) {
            Branch inner = branch;
            inner.guard = guardBelow(branch.guard, {id, wanted});
            walk(*found, inner, place.below(name));
        }
    }
}

void GraphBuilder::walkReference(const Json &reference, const Branch &branch, const catalogue::Place &place)
{
    const schema::Located target = m_nodes->follow(reference, *branch.resource, place);
    if (target.schema) {
        walk(*target.schema, {branch.guard, branch.matters, target.resource}, place);
    }
}

void GraphBuilder::walkWhole(
    std::string_view keyword, const Json &value, const Branch &branch, const catalogue::Place &place)
{
    const bool isNot = keyword == "not";
    const Json &asked = isNot ? value : m_made.emplace_back(Json{{keyword, value}});
    m_graph.wholeRules.push_back({branch.guard, condition(asked, branch.resource, place), !isNot,
        isNot ? schema::Keyword::Not : schema::Keyword::AnyOf, branch.matters});
}

void GraphBuilder::walkDependents(const Json &value, const Branch &branch, const catalogue::Place &place)
{
    for (const auto &[key, wanted] : value.get_ref<const Json::object_t &>()) {
        const Json &asked = m_made.emplace_back(Json{{"required", Json::array({key})}});
        Branch inner = branch;
        inner.guard = guardBelow(branch.guard, {condition(asked, branch.resource, place), true});
        for (const Json &name : wanted) {
            demand(name.get_ref<const std::string &>(), Demand::Kind::Dependent, inner);
        }
    }
}

void GraphBuilder::walkAssertions(const Json &value, const Branch &branch, const catalogue::Place &place)
{
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        const Json &item = value[i];
        const auto rule = item.is_object() ? item.find("logic") : item.end();
        auto logic = schema::Logic::read(rule == item.end() ? Json() : *rule);
        if (!logic || !item.is_object() || !item.contains("targets")) {
            m_nodes->fail(
                "profile.logic", place.below(i), logic ? Json::object() : logic.failure().arguments);
            return;
        }
        const auto [known, isNew] =
            m_checkIds[branch.guard].emplace(&item, static_cast<std::uint16_t>(m_graph.crossChecks.size()));
        if (!isNew) {
            m_graph.crossChecks[known->second].matters |= branch.matters;
            continue;
        }
        const auto severity =
            item.value("severity", "error") == "warning" ? Severity::Warning : Severity::Error;
        auto variables = fieldsOf(logic->variables());
        m_graph.crossChecks.push_back({{item.value("id", ""), std::move(*logic), severity}, branch.guard,
            branch.matters, std::move(variables)});
        for (const Json &target : item.at("targets")) {
            m_graph.fields[field(target.get<std::string>())].crossChecks.push_back(known->second);
        }
    }
}

void GraphBuilder::walkDerivations(const Json &value, const Branch &branch, const catalogue::Place &place)
{
    for (const auto &[key, rule] : value.get_ref<const Json::object_t &>()) {
        auto logic = schema::Logic::read(rule);
        if (!logic) {
            m_nodes->fail("profile.logic", place.below(key), logic.failure().arguments);
            return;
        }
        const FieldId target = field(key);
        auto variables = fieldsOf(logic->variables());
        const auto isSame = [&](const Derivation &other) { return other.target == target; };
        if (std::ranges::none_of(m_graph.derivations, isSame)) {
            m_graph.derivations.push_back({target, std::move(*logic), branch.guard, std::move(variables)});
        }
    }
}

FieldId GraphBuilder::field(const std::string &key)
{
    if (const FieldId known = m_graph.find(key); known != noField) {
        return known;
    }
    const auto id = static_cast<FieldId>(m_graph.fields.size());
    m_graph.ids.emplace(key, id);
    Field &added = m_graph.fields.emplace_back();
    added.key = key;
    added.kind = m_facts.catalogue && catalogue::isSituationKey(key) ? FieldKind::Situation : FieldKind::Read;
    m_choices.emplace_back();
    return id;
}

bool GraphBuilder::isLeftOut(const std::string &key) const
{
    if (!m_facts.catalogue || m_facts.withMaterials) {
        return false;
    }
    const auto isRoster = [&](const auto &entry) { return entry.second.rosterKey == key; };
    return m_facts.catalogue->material(key) || std::ranges::any_of(m_facts.catalogue->materials(), isRoster);
}

void GraphBuilder::declare(
    const std::string &key, const Json &schema, const Branch &branch, const catalogue::Place &place)
{
    if (isLeftOut(key)) {
        return;
    }
    const FieldId id = field(key);
    const schema::Node *node = nodeFor(id, schema, branch.resource, place);
    Field &declared = m_graph.fields[id];
    if (declared.kind == FieldKind::Read) {
        declared.kind = FieldKind::Field;
    }
    const auto known = std::ranges::find_if(declared.declarations,
        [&](const Declaration &other) { return other.guard == branch.guard && other.node == node; });
    if (known != declared.declarations.end()) {
        known->matters |= branch.matters;
    } else {
        declared.declarations.push_back({branch.guard, node, branch.matters});
    }
    if (!m_facts.catalogue || !schema.is_object()) {
        return;
    }
    const std::string provider = schema.value("x-qk-providedBy", "");
    if (std::ranges::find(m_facts.ticked, provider) != m_facts.ticked.end()) {
        declared.providedBy = provider;
    }
    if (const auto *material = m_facts.catalogue->material(key)) {
        declareMaterial(id, *material, schema, branch, place);
    }
}

const schema::Node *GraphBuilder::nodeFor(
    FieldId id, const Json &schema, const Json *resource, const catalogue::Place &place)
{
    const bool isStandingAlone =
        m_facts.catalogue != nullptr; // no references are left, the document does not matter
    for (const auto &[other, node] : m_choices[id]) {
        if (other == &schema || (isStandingAlone && isSameConstraint(*other, schema))) {
            return node;
        }
    }
    const schema::Node *node = m_nodes->compile({&schema, resource}, place);
    m_choices[id].emplace_back(&schema, node);
    m_schemas.emplace(node, &schema);
    return node;
}

void GraphBuilder::declareMaterial(FieldId id, const catalogue::Material &material, const Json &schema,
    const Branch &branch, const catalogue::Place &place)
{
    const std::string key = m_graph.fields[id].key;
    Field &declared = m_graph.fields[id];
    declared.kind = FieldKind::Material;
    declared.generated = material.generated;
    if (std::ranges::find(m_facts.ticked, material.producedBy) != m_facts.ticked.end()) {
        declared.providedBy = material.producedBy;
    }
    static const Json nothing = Json::object();
    const auto found = schema.find("x-qk-material");
    const Json &wanted = found == schema.end() ? nothing : *found;
    MaterialWish wish{branch.guard, branch.matters, wanted.value("need", "") == "tolerable",
        numberIn(wanted, "tolerateDays"), numberIn(wanted, "originals"), numberIn(wanted, "copies"),
        textIn(wanted, "acceptanceStandard")};
    if (wish.tolerable) {
        demand(key, Demand::Kind::Tolerable, branch, wish.days);
    }
    m_graph.fields[id].wishes.push_back(std::move(wish));
    const auto *roster =
        material.rosterKey.empty() ? nullptr : m_facts.catalogue->element(material.rosterKey);
    if (roster) {
        declare(material.rosterKey, roster->schema, branch, place);
        m_graph.fields[field(material.rosterKey)].kind = FieldKind::Roster;
    }
}

void GraphBuilder::demand(const std::string &key, Demand::Kind kind, const Branch &branch, int days)
{
    if (isLeftOut(key)) {
        return;
    }
    const FieldId id = field(key);
    auto &demands = m_graph.fields[id].demands;
    const auto known = std::ranges::find_if(demands, [&](const Demand &other) {
        return other.kind == kind && other.guard == branch.guard && other.days == days;
    });
    if (known != demands.end()) {
        known->matters |= branch.matters;
    } else {
        demands.push_back({kind, branch.guard, branch.matters, days});
    }
    const auto *material = m_facts.catalogue ? m_facts.catalogue->material(key) : nullptr;
    if (material && !material->rosterKey.empty() && kind == Demand::Kind::Required) {
        demand(material->rosterKey, kind, branch);
    }
}

GuardId GraphBuilder::guardBelow(GuardId outer, Literal literal)
{
    std::vector<Literal> literals = m_graph.guards[outer].literals;
    const auto at = std::ranges::lower_bound(literals, literal);
    if (at == literals.end() || *at != literal) {
        literals.insert(at, literal);
    }
    const auto [found, isNew] = m_guardIds.emplace(literals, static_cast<GuardId>(m_graph.guards.size()));
    if (isNew) {
        m_graph.guards.emplace_back().literals = std::move(literals);
    }
    return found->second;
}

ConditionId GraphBuilder::condition(const Json &schema, const Json *resource, const catalogue::Place &place)
{
    std::string text = schema.dump();
    if (!m_facts.catalogue) {
        text += std::to_string(
            reinterpret_cast<std::uintptr_t>(resource)); // references mean what their document says
    }
    const auto [found, isNew] =
        m_conditionIds.emplace(std::move(text), static_cast<ConditionId>(m_graph.conditions.size()));
    if (isNew) {
        ConditionCompiler compiler(
            *m_nodes, [this](const std::string &key) { return field(key); }, m_schemas);
        m_graph.conditions.push_back(compiler.compile({&schema, resource}, place));
    }
    return found->second;
}

std::vector<FieldId> GraphBuilder::fieldsOf(const std::vector<std::string> &variables)
{
    std::vector<FieldId> fields;
    for (const std::string &variable : variables) {
        fields.push_back(field(variable));
    }
    return fields;
}

void GraphBuilder::addAnswers()
{
    for (const auto &[id, answer] : m_facts.answers) {
        const auto *situation = m_facts.catalogue->situation(id);
        const FieldId asked = field("situation/" + id);
        m_graph.answers[asked] = answer;
        for (const auto &[key, values] : situation ? situation->fills : decltype(situation->fills){}) {
            const FieldId filled = m_graph.find(key);
            if (filled != noField && !m_graph.fields[filled].declarations.empty()) {
                m_graph.fills.push_back({asked, filled, values});
            }
        }
    }
}

/// A key that is only ever required is declared by that.
void GraphBuilder::declareWhatIsOnlyDemanded()
{
    const schema::Node *anything = &m_graph.store.nodes.emplace_back();
    for (Field &wanted : m_graph.fields) {
        if (wanted.declarations.empty() && !wanted.demands.empty()) {
            wanted.kind = wanted.kind == FieldKind::Read ? FieldKind::Field : wanted.kind;
            for (const Demand &demand : wanted.demands) {
                wanted.declarations.push_back({demand.guard, anything, demand.matters});
            }
        }
    }
}

} // namespace quanke::engine
