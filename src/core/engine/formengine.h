#pragma once

#include "core/engine/delta.h"
#include "core/engine/fieldchecker.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace quanke::engine {

/// A key and, for a cell of a repeating group, its row and column. A row without a column is the row itself.
struct CellPath {
    std::string_view key;
    int row = -1;
    std::string_view column{};
};

/// Rows a repeating group can have; edits beyond are ignored.
constexpr int mostRows = 10000;

/// The values of one form, with relevance and problems kept up to date edit by edit. Everything is in ids: no
/// text is made and no JSON built unless something is wrong. The graph must outlive the engine.
class FormEngine {
public:
    /// Anything but an object counts as an empty one.
    FormEngine(const FormGraph &graph, Date today, Json values = Json::object());
    FormEngine(const FormEngine &) = delete;
    FormEngine &operator=(const FormEngine &) = delete;

    /// Takes all values anew.
    void load(Json values);
    /// Works everything out from scratch from the values it holds: what load does after taking them.
    void evaluate();
    /// Sets one value, or clears it with null; `delta` is cleared first. A row beyond the end is added, with
    /// empty ones before it; a null row is taken out. What is computed cannot be set.
    void set(const CellPath &path, const Json &value, Delta &delta);

    const Json &values() const { return m_values; }
    const Json *valueOf(FieldId field) const { return m_states[field].value; }
    /// Null also where the field is not relevant: what conditions and rules read.
    const Json *visible(FieldId field) const { return isRelevant(field) ? m_states[field].value : nullptr; }
    bool isRelevant(FieldId field) const
    {
        return m_states[field].shown > 0 || m_graph.fields[field].isAlwaysRead();
    }
    /// Demanded by an active branch, whether or not it comes from inside.
    bool isDemanded(FieldId field) const { return m_states[field].demanded > 0 && isRelevant(field); }
    bool isActive(GuardId guard) const { return m_unmet[guard] == 0; }
    /// The matters that have the field, as far as they declare it now.
    MatterBits mattersOf(const Field &field) const;
    bool holds(ConditionId condition) const { return m_truth[condition] != 0; }
    const std::vector<Record> &recordsOf(FieldId field) const { return m_states[field].records; }
    const FormGraph &graph() const { return m_graph; }
    Date today() const { return m_today; }

private:
    struct State {
        Json *value = nullptr; ///< a node of m_values; null when absent
        std::uint16_t shown = 0; ///< active declarations
        std::uint16_t demanded = 0; ///< active demands
        bool touched = false;
        bool wasRelevant = false;
        bool wasDemanded = false;
        std::vector<Record> records;
    };
    enum class Fills { WhereAbsent, Always };

    void bind();
    void prepare();
    bool write(FieldId field, const Json &value);
    bool writeCell(FieldId field, const CellPath &path, const Json &value);
    bool writeRow(Json &rows, const CellPath &path, const Json &value);
    void changeAnswer(FieldId filled, Delta &delta);
    void fillFrom(FieldId situation, Fills fills, Delta &delta);

    void valueChanged(FieldId field);
    void touch(FieldId field);
    void relevanceChanged(FieldId field);
    void propagate(Delta &delta);
    void runCondition(ConditionId condition);
    void runDerivation(const Derivation &derivation, Delta &delta);
    void turnGuard(GuardId id, bool active);
    void markStep(std::uint16_t step) { m_dirty[step / 64] |= std::uint64_t{1} << step % 64; }
    void finish(Delta &delta);
    void recheck(FieldId field, Delta &delta);
    void recheckRow(FieldId field, int row, Delta &delta);

    const FormGraph &m_graph;
    Date m_today;
    FieldChecker m_checker;
    Json m_values = Json::object();
    std::vector<State> m_states;
    std::vector<std::uint8_t> m_truth; ///< of conditions
    std::vector<std::uint16_t> m_unmet; ///< literals of each guard that do not hold
    std::vector<std::uint64_t> m_dirty; ///< steps to run, one bit each
    std::vector<FieldId> m_touched;
    std::vector<Record> m_records; ///< kept to save allocations
    int m_editedRow = -1; ///< all that changed is in this row of the one touched field
    bool m_isFromScratch = false; ///< nothing needs to be touched, everything is checked anyway
};

} // namespace quanke::engine
