#include "core/engine/graphorder.h"

namespace quanke::engine {

void collectFields(const Condition &condition, std::set<FieldId> &fields)
{
    if (condition.field != noField) {
        fields.insert(condition.field);
    }
    for (const Condition &part : condition.parts) {
        collectFields(part, fields);
    }
}

std::vector<GuardId> showingGuards(const FormGraph &graph, const Field &field)
{
    std::vector<GuardId> guards;
    for (const Declaration &one : field.declarations) {
        const auto &literals = graph.guards[one.guard].literals;
        const bool needless = std::ranges::any_of(field.declarations, [&](const Declaration &other) {
            return other.guard != one.guard
                && std::ranges::includes(literals, graph.guards[other.guard].literals);
        });
        if (!needless) {
            guards.push_back(one.guard);
        }
    }
    return guards;
}

namespace {

/// Depth first over steps; a step met again while it is being placed closes a circle.
class Order {
public:
    explicit Order(FormGraph &graph)
        : m_graph(graph)
        , m_states(graph.conditions.size() + graph.derivations.size(), State::New)
        , m_reads(m_states.size())
    {
        for (std::size_t i = 0; i < graph.conditions.size(); ++i) {
            collectFields(graph.conditions[i], m_reads[i]);
        }
        for (std::size_t i = 0; i < graph.derivations.size(); ++i) {
            auto &reads = m_reads[graph.conditions.size() + i];
            reads.insert(graph.derivations[i].variables.begin(), graph.derivations[i].variables.end());
        }
        for (std::size_t i = 0; i < graph.fields.size(); ++i) {
            m_relevance.push_back(relevanceConditions(graph.fields[i]));
        }
    }

    Result<Done> run()
    {
        for (std::size_t step = 0; step < m_states.size(); ++step) {
            if (!place(step)) {
                return Failure{"form.circle", {{"keys", m_circle}}, {}};
            }
        }
        for (std::size_t position = 0; position < m_order.size(); ++position) {
            for (const FieldId field : m_reads[m_order[position]]) {
                m_graph.fields[field].readers.push_back(static_cast<std::uint16_t>(position));
            }
            const Step &step = m_graph.steps[position];
            if (step.kind == Step::Kind::Derivation) {
                const GuardId guard = m_graph.derivations[step.index].guard;
                m_graph.guards[guard].steps.push_back(static_cast<std::uint16_t>(position));
            }
        }
        return Done{};
    }

private:
    enum class State { New, InWork, Placed };

    /// The conditions that decide whether a field shows.
    std::set<ConditionId> relevanceConditions(const Field &field) const
    {
        std::set<ConditionId> conditions;
        for (const GuardId guard :
            field.isAlwaysRead() ? std::vector<GuardId>() : showingGuards(m_graph, field)) {
            for (const Literal &literal : m_graph.guards[guard].literals) {
                conditions.insert(literal.condition);
            }
        }
        return conditions;
    }

    std::set<std::size_t> dependencies(std::size_t step) const
    {
        std::set<std::size_t> steps;
        for (const FieldId field : m_reads[step]) {
            steps.insert(m_relevance[field].begin(), m_relevance[field].end());
            if (m_graph.fields[field].derivation >= 0) {
                steps.insert(
                    m_graph.conditions.size() + static_cast<std::size_t>(m_graph.fields[field].derivation));
            }
        }
        if (step >= m_graph.conditions.size()) {
            const auto &derivation = m_graph.derivations[step - m_graph.conditions.size()];
            for (const Literal &literal : m_graph.guards[derivation.guard].literals) {
                steps.insert(literal.condition);
            }
        }
        return steps;
    }

    bool place(std::size_t step)
    {
        if (m_states[step] != State::New) {
            return m_states[step] == State::Placed || noteCircle(step);
        }
        m_states[step] = State::InWork;
        m_path.push_back(step);
        for (const std::size_t before : dependencies(step)) {
            if (!place(before)) {
                return false;
            }
        }
        m_path.pop_back();
        m_states[step] = State::Placed;
        m_order.push_back(step);
        const bool isCondition = step < m_graph.conditions.size();
        m_graph.steps.push_back({isCondition ? Step::Kind::Condition : Step::Kind::Derivation,
            static_cast<std::uint16_t>(isCondition ? step : step - m_graph.conditions.size())});
        return true;
    }

    bool noteCircle(std::size_t step)
    {
        std::set<std::string> keys;
        for (auto at = std::ranges::find(m_path, step); at != m_path.end(); ++at) {
            for (const FieldId field : m_reads[*at]) {
                if (!m_graph.fields[field].isAlwaysRead()) {
                    keys.insert(m_graph.fields[field].key);
                }
            }
        }
        m_circle = keys;
        return false;
    }

    FormGraph &m_graph;
    std::vector<State> m_states;
    std::vector<std::set<FieldId>> m_reads;
    std::vector<std::set<ConditionId>> m_relevance;
    std::vector<std::size_t> m_path;
    std::vector<std::size_t> m_order;
    Json m_circle;
};

} // namespace

Result<Done> orderSteps(FormGraph &graph)
{
    return Order(graph).run();
}

} // namespace quanke::engine
