#include "core/engine/formengine.h"

#include <bit>

namespace quanke::engine {

namespace {

/// False when nothing changes. Texts keep their memory.
bool assign(Json &target, const Json &value)
{
    if (target.type() == value.type() && target == value) {
        return false;
    }
    if (target.is_string() && value.is_string()) {
        target.get_ref<std::string &>() = value.get_ref<const std::string &>();
    } else {
        target = value;
    }
    return true;
}

} // namespace

FormEngine::FormEngine(const FormGraph &graph, Date today, Json values)
    : m_graph(graph)
    , m_today(today)
    , m_checker(*this)
    , m_states(graph.fields.size())
    , m_truth(graph.conditions.size())
    , m_unmet(graph.guards.size())
    , m_dirty(graph.steps.size() / 64 + 1)
{
    load(std::move(values));
}

void FormEngine::load(Json values)
{
    m_values = values.is_object() ? std::move(values) : Json::object();
    evaluate();
}

void FormEngine::evaluate()
{
    Delta filled;
    bind();
    prepare();
    m_isFromScratch = true;
    for (const auto &[situation, answer] : m_graph.answers) {
        if (!m_states[situation].value) {
            write(situation, answer);
        }
        fillFrom(situation, Fills::WhereAbsent, filled);
    }
    propagate(filled);
    m_isFromScratch = false;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        m_checker.check(static_cast<FieldId>(i), m_states[i].records);
    }
}

MatterBits FormEngine::mattersOf(const Field &field) const
{
    MatterBits matters = 0;
    for (const Declaration &declaration : field.declarations) {
        matters |= isActive(declaration.guard) ? declaration.matters : 0;
    }
    return matters;
}

/// Both sides are sorted by key, so one walk finds every value.
void FormEngine::bind()
{
    auto &members = m_values.get_ref<Json::object_t &>();
    auto member = members.begin();
    for (const FieldId id : m_graph.byKey) {
        const std::string &key = m_graph.fields[id].key;
        int order = -1;
        while (member != members.end() && (order = member->first.compare(key)) < 0) {
            ++member;
        }
        const bool isThere = member != members.end() && order == 0;
        m_states[id].value = isThere ? &(member++)->second : nullptr;
    }
}

void FormEngine::prepare()
{
    for (State &state : m_states) {
        state.shown = 0;
        state.demanded = 0;
    }
    std::ranges::fill(m_truth, std::uint8_t{0});
    for (std::size_t i = 0; i < m_graph.guards.size(); ++i) {
        const Guard &guard = m_graph.guards[i];
        m_unmet[i] = static_cast<std::uint16_t>(std::ranges::count(guard.literals, true, &Literal::wanted));
        if (m_unmet[i] > 0) {
            continue;
        }
        for (const FieldId field : guard.declares) {
            ++m_states[field].shown;
        }
        for (const FieldId field : guard.demands) {
            ++m_states[field].demanded;
        }
    }
    for (std::size_t i = 0; i < m_graph.steps.size(); ++i) {
        markStep(static_cast<std::uint16_t>(i));
    }
}

void FormEngine::set(const CellPath &path, const Json &value, Delta &delta)
{
    delta.clear();
    const FieldId field = m_graph.find(path.key);
    if (field == noField) {
        if (value.is_null()) {
            m_values.erase(std::string(path.key));
        } else if (path.row < 0) {
            m_values[std::string(path.key)] = value;
        }
        return;
    }
    const int derivation = m_graph.fields[field].derivation;
    if (derivation >= 0 && isActive(m_graph.derivations[static_cast<std::size_t>(derivation)].guard)) {
        return;
    }
    m_editedRow = -1;
    if (path.row < 0 ? !write(field, value) : !writeCell(field, path, value)) {
        return;
    }
    valueChanged(field);
    if (!m_graph.fields[field].fills.empty()) {
        fillFrom(field, Fills::Always, delta);
    }
    if (m_graph.fields[field].filledBy >= 0) {
        changeAnswer(field, delta);
    }
    propagate(delta);
    finish(delta);
}

bool FormEngine::write(FieldId field, const Json &value)
{
    Json *&slot = m_states[field].value;
    const std::string &key = m_graph.fields[field].key;
    if (value.is_null()) {
        const bool wasThere = slot != nullptr;
        slot = nullptr;
        return wasThere && m_values.erase(key) > 0;
    }
    if (slot) {
        return assign(*slot, value);
    }
    slot = &m_values.get_ref<Json::object_t &>().insert_or_assign(key, value).first->second;
    return true;
}

bool FormEngine::writeCell(FieldId field, const CellPath &path, const Json &value)
{
    const auto row = static_cast<std::size_t>(path.row);
    const Json *rows = m_states[field].value;
    const bool isThere = rows && rows->is_array() && row < rows->size();
    if (path.row >= mostRows || (value.is_null() && !isThere)) {
        return false;
    }
    if (!rows || !rows->is_array()) {
        write(field, Json::array());
    }
    Json &list = *m_states[field].value;
    while (list.size() <= row) {
        list.push_back(Json::object());
    }
    m_editedRow = isThere && !path.column.empty() ? path.row : -1;
    return writeRow(list, path, value) || !isThere;
}

bool FormEngine::writeRow(Json &rows, const CellPath &path, const Json &value)
{
    Json &row = rows[static_cast<std::size_t>(path.row)];
    if (path.column.empty()) {
        if (value.is_null()) {
            rows.erase(static_cast<std::size_t>(path.row));
            return true;
        }
        return assign(row, value);
    }
    if (!row.is_object()) {
        if (value.is_null()) {
            return false;
        }
        row = Json::object();
    }
    auto &cells = row.get_ref<Json::object_t &>();
    const auto cell = cells.find(path.column);
    if (value.is_null()) {
        const bool wasThere = cell != cells.end();
        if (wasThere) {
            cells.erase(cell);
        }
        return wasThere;
    }
    if (cell != cells.end()) {
        return assign(cell->second, value);
    }
    cells.emplace(std::string(path.column), value);
    return true;
}

void FormEngine::fillFrom(FieldId situation, Fills fills, Delta &delta)
{
    const Json *answer = m_states[situation].value;
    if (!answer || !answer->is_string()) {
        return;
    }
    for (const std::uint16_t index : m_graph.fields[situation].fills) {
        const Fill &fill = m_graph.fills[index];
        const auto value = fill.values.find(answer->get_ref<const std::string &>());
        const bool wanted = fills == Fills::Always || !m_states[fill.field].value;
        if (value != fill.values.end() && wanted && write(fill.field, value->second)) {
            valueChanged(fill.field);
            delta.filled.push_back(fill.field);
        }
    }
}

/// A field that an answer fills was set: the answer changes with it, when there is one that fits.
void FormEngine::changeAnswer(FieldId filled, Delta &delta)
{
    const Fill &fill = m_graph.fills[static_cast<std::size_t>(m_graph.fields[filled].filledBy)];
    const Json *value = m_states[filled].value;
    const auto fits =
        std::ranges::find_if(fill.values, [&](const auto &entry) { return value && entry.second == *value; });
    if (fits != fill.values.end() && write(fill.situation, fits->first)) {
        valueChanged(fill.situation);
        delta.filled.push_back(fill.situation);
        fillFrom(fill.situation, Fills::Always, delta);
    }
}

void FormEngine::valueChanged(FieldId field)
{
    touch(field);
    if (isRelevant(field)) {
        relevanceChanged(field);
    }
}

void FormEngine::touch(FieldId field)
{
    State &state = m_states[field];
    if (!state.touched && !m_isFromScratch) {
        state.touched = true;
        state.wasRelevant = isRelevant(field);
        state.wasDemanded = isDemanded(field);
        m_touched.push_back(field);
    }
}

/// What others see of the field is another value than before.
void FormEngine::relevanceChanged(FieldId field)
{
    for (const std::uint16_t step : m_graph.fields[field].readers) {
        markStep(step);
    }
    for (const FieldId other : m_graph.fields[field].touches) {
        touch(other);
    }
}

/// Steps only ever mark later ones, so one walk over the bits runs each at most once.
void FormEngine::propagate(Delta &delta)
{
    for (std::size_t word = 0; word < m_dirty.size(); ++word) {
        while (m_dirty[word] != 0) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(m_dirty[word]));
            m_dirty[word] &= m_dirty[word] - 1;
            const Step &step = m_graph.steps[word * 64 + bit];
            if (step.kind == Step::Kind::Condition) {
                runCondition(step.index);
            } else {
                runDerivation(m_graph.derivations[step.index], delta);
            }
        }
    }
}

void FormEngine::runCondition(ConditionId id)
{
    const bool truth =
        engine::holds(m_graph.conditions[id], [this](FieldId field) { return visible(field); });
    if (truth == holds(id)) {
        return;
    }
    m_truth[id] = truth ? 1 : 0;
    for (const ConditionUse &use : m_graph.uses[id]) {
        if (truth == use.wanted && --m_unmet[use.guard] == 0) {
            turnGuard(use.guard, true);
        } else if (truth != use.wanted && m_unmet[use.guard]++ == 0) {
            turnGuard(use.guard, false);
        }
    }
    if (m_graph.concernsWhole[id]) {
        touch(wholeForm);
    }
}

void FormEngine::runDerivation(const Derivation &derivation, Delta &delta)
{
    if (!isActive(derivation.guard) || (m_isFromScratch && m_states[derivation.target].value)) {
        return;
    }
    if (write(derivation.target, m_checker.derive(derivation))) {
        valueChanged(derivation.target);
        delta.filled.push_back(derivation.target);
    }
}

void FormEngine::turnGuard(GuardId id, bool active)
{
    const Guard &guard = m_graph.guards[id];
    m_editedRow = -1;
    for (const FieldId field : guard.touches) {
        touch(field);
    }
    for (const FieldId field : guard.declares) {
        const bool before = isRelevant(field);
        m_states[field].shown += active ? 1 : -1;
        if (isRelevant(field) != before) {
            relevanceChanged(field);
        }
    }
    for (const FieldId field : guard.demands) {
        m_states[field].demanded += active ? 1 : -1;
    }
    for (const std::uint16_t step : guard.steps) {
        markStep(step);
    }
}

void FormEngine::finish(Delta &delta)
{
    for (const FieldId field : m_touched) {
        State &state = m_states[field];
        state.touched = false;
        if (isRelevant(field) != state.wasRelevant) {
            (state.wasRelevant ? delta.hidden : delta.shown).push_back(field);
        } else if (state.wasRelevant && isDemanded(field) != state.wasDemanded) {
            delta.requirement.push_back(field);
        }
        if (m_editedRow >= 0 && m_touched.size() == 1 && state.wasRelevant
            && m_graph.fields[field].rowsAlone) {
            recheckRow(field, m_editedRow, delta);
        } else {
            recheck(field, delta);
        }
    }
    m_touched.clear();
}

void FormEngine::recheck(FieldId field, Delta &delta)
{
    m_checker.check(field, m_records);
    State &state = m_states[field];
    if (state.records.empty() && m_records.empty()) {
        return;
    }
    compareRecords(field, state.records, m_records, delta);
    std::swap(state.records, m_records);
}

void FormEngine::recheckRow(FieldId field, int row, Delta &delta)
{
    m_checker.checkRow(field, row, m_records);
    auto &records = m_states[field].records;
    if (records.empty() && m_records.empty()) {
        return;
    }
    const auto rowOf = [](const Record &record) { return record.finding.row; };
    const auto first = std::ranges::lower_bound(records, row, {}, rowOf);
    const auto last = std::ranges::upper_bound(records, row, {}, rowOf);
    std::vector<Record> before(std::make_move_iterator(first), std::make_move_iterator(last));
    const auto at = records.erase(first, last);
    compareRecords(field, before, m_records, delta);
    records.insert(at, std::make_move_iterator(m_records.begin()), std::make_move_iterator(m_records.end()));
}

} // namespace quanke::engine
