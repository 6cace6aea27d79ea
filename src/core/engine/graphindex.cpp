#include "core/engine/graphindex.h"

#include "core/catalogue/catalogue.h"

namespace quanke::engine {

namespace {

template <class Value>
void addOnce(std::vector<Value> &list, Value value)
{
    if (std::ranges::find(list, value) == list.end()) {
        list.push_back(value);
    }
}

void indexGuards(FormGraph &graph)
{
    graph.uses.resize(graph.conditions.size());
    for (std::size_t guard = 0; guard < graph.guards.size(); ++guard) {
        for (const Literal &literal : graph.guards[guard].literals) {
            graph.uses[literal.condition].push_back({static_cast<GuardId>(guard), literal.wanted});
        }
    }
    for (std::size_t i = 0; i < graph.fields.size(); ++i) {
        const auto id = static_cast<FieldId>(i);
        for (const Declaration &declaration : graph.fields[i].declarations) {
            graph.guards[declaration.guard].declares.push_back(id);
            addOnce(graph.guards[declaration.guard].touches, id);
        }
        for (const Demand &demand : graph.fields[i].demands) {
            if (demand.kind != Demand::Kind::Tolerable) {
                graph.guards[demand.guard].demands.push_back(id);
            }
            addOnce(graph.guards[demand.guard].touches, id);
        }
    }
}

/// `x-qk-typedBy`, of the node or of what it is put together from.
const std::string *typedBy(const schema::Node &node)
{
    if (!node.typedBy.empty()) {
        return &node.typedBy;
    }
    for (const schema::Node *part :
        node.branches ? node.branches->all : std::vector<const schema::Node *>()) {
        if (const auto *element = typedBy(*part)) {
            return element;
        }
    }
    return nullptr;
}

void indexTypes(FormGraph &graph)
{
    for (std::size_t i = 0; i < graph.fields.size(); ++i) {
        Field &field = graph.fields[i];
        for (const Declaration &declaration : field.declarations) {
            const auto *element = typedBy(*declaration.node);
            const auto role = catalogue::splitKey(field.key).role;
            const FieldId type = element ? graph.find(std::string(role) + "/" + *element) : noField;
            if (type != noField) {
                field.typedBy = type;
                addOnce(graph.fields[type].touches, static_cast<FieldId>(i));
            }
        }
    }
}

bool areRowsAlone(const Field &field)
{
    return !field.declarations.empty()
        && std::ranges::all_of(field.declarations, [](const Declaration &declaration) {
               const schema::Node &node = *declaration.node;
               return node.array && node.array->items && !node.array->unique && node.array->prefix.empty()
                   && !node.branches && !node.choices && !node.constant && node.assertions.empty();
           });
}

void indexChecks(FormGraph &graph)
{
    for (std::size_t i = 0; i < graph.fields.size(); ++i) {
        for (const std::uint16_t check : graph.fields[i].crossChecks) {
            for (const FieldId variable : graph.crossChecks[check].variables) {
                addOnce(graph.fields[variable].touches, static_cast<FieldId>(i));
            }
            addOnce(graph.guards[graph.crossChecks[check].guard].touches, static_cast<FieldId>(i));
        }
    }
    for (std::size_t i = 0; i < graph.fills.size(); ++i) {
        const Fill &fill = graph.fills[i];
        graph.fields[fill.field].filledBy = static_cast<int>(i);
        graph.fields[fill.situation].fills.push_back(static_cast<std::uint16_t>(i));
        addOnce(graph.fields[fill.situation].touches, fill.field);
    }
    for (std::size_t i = 0; i < graph.derivations.size(); ++i) {
        graph.fields[graph.derivations[i].target].derivation = static_cast<int>(i);
    }
}

void indexWhole(FormGraph &graph)
{
    graph.concernsWhole.resize(graph.conditions.size());
    for (const WholeRule &rule : graph.wholeRules) {
        graph.concernsWhole[rule.condition] = true;
        addOnce(graph.guards[rule.guard].touches, wholeForm);
    }
}

} // namespace

void indexGraph(FormGraph &graph)
{
    indexGuards(graph);
    indexTypes(graph);
    indexChecks(graph);
    indexWhole(graph);
    for (std::size_t i = 1; i < graph.fields.size(); ++i) {
        graph.fields[i].rowsAlone = areRowsAlone(graph.fields[i]);
        graph.byKey.push_back(static_cast<FieldId>(i));
        graph.order.push_back(static_cast<FieldId>(i));
    }
    graph.order.push_back(wholeForm);
    std::ranges::sort(graph.byKey, {}, [&](FieldId id) { return std::string_view(graph.fields[id].key); });
}

} // namespace quanke::engine
