#include "core/form/compiledform.h"

namespace quanke::form {

struct FormState::Content {
    Content(std::shared_ptr<const CompiledForm> compiled, Date today, Json values)
        : form(std::move(compiled))
        , engine(form->content().graph, today, std::move(values))
    {
    }

    const engine::FormGraph &graph() const { return form->content().graph; }
    const engine::Field *field(std::string_view key) const
    {
        const auto id = graph().find(key);
        return id == engine::noField ? nullptr : &graph().fields[id];
    }
    bool travels(engine::FieldId id) const
    {
        const auto &candidate = graph().fields[id];
        return engine.visible(id) != nullptr && !candidate.isAlwaysRead() && candidate.providedBy.empty();
    }
    Problem problem(engine::FieldId id, const engine::Record &record) const
    {
        return problemOf(form->content(), engine, id, record);
    }
    std::vector<std::string> keysOf(const std::vector<engine::FieldId> &fields) const
    {
        std::vector<std::string> keys;
        for (const auto id : fields) {
            keys.push_back(graph().fields[id].key);
        }
        return keys;
    }

    std::shared_ptr<const CompiledForm> form;
    engine::FormEngine engine;
    engine::Delta delta; ///< kept to save allocations
};

FormState::FormState(std::shared_ptr<const CompiledForm> form, Date today, Json values)
    : m_content(std::make_unique<Content>(std::move(form), today, std::move(values)))
{
}

FormState::~FormState() = default;
FormState::FormState(FormState &&) noexcept = default;
FormState &FormState::operator=(FormState &&) noexcept = default;

void FormState::setValues(Json values)
{
    m_content->engine.load(std::move(values));
}

Changes FormState::set(const ValuePath &path, const Json &value)
{
    auto &delta = m_content->delta;
    m_content->engine.set({path.key, path.row, path.column}, value, delta);
    Changes changes;
    for (const auto &entry : delta.added) {
        changes.added.push_back(m_content->problem(entry.field, entry.record));
    }
    for (const auto &entry : delta.removed) {
        changes.removed.push_back(m_content->problem(entry.field, entry.record));
    }
    changes.shown = m_content->keysOf(delta.shown);
    changes.hidden = m_content->keysOf(delta.hidden);
    changes.requirement = m_content->keysOf(delta.requirement);
    changes.filled = m_content->keysOf(delta.filled);
    return changes;
}

Json FormState::value(std::string_view key) const
{
    const auto &values = m_content->engine.values().get_ref<const Json::object_t &>();
    const auto found = values.find(key);
    return found == values.end() ? Json() : found->second;
}

const Json &FormState::values() const
{
    return m_content->engine.values();
}

Json FormState::relevantValues() const
{
    Json values = Json::object();
    const auto &fields = m_content->graph().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto id = static_cast<engine::FieldId>(i);
        if (m_content->travels(id)) {
            values[fields[i].key] = *m_content->engine.visible(id);
        }
    }
    return values;
}

bool FormState::travels(std::string_view key) const
{
    const auto id = m_content->graph().find(key);
    return id != engine::noField && m_content->travels(id);
}

std::vector<std::string> FormState::mattersOf(std::string_view key) const
{
    const auto id = m_content->graph().find(key);
    const bool isThere = id != engine::noField && m_content->engine.visible(id) != nullptr;
    return isThere ? m_content->graph().namesOf(m_content->engine.mattersOf(m_content->graph().fields[id]))
                   : std::vector<std::string>();
}

bool FormState::isKnown(std::string_view key) const
{
    const auto *field = m_content->field(key);
    return field && field->kind != engine::FieldKind::Read && field->kind != engine::FieldKind::Whole;
}

bool FormState::isRelevant(std::string_view key) const
{
    return isKnown(key) && m_content->engine.isRelevant(m_content->graph().find(key));
}

bool FormState::isRequired(std::string_view key) const
{
    const auto *field = m_content->field(key);
    return field && !field->isAwaited() && m_content->engine.isDemanded(m_content->graph().find(key));
}

bool FormState::isReadOnly(std::string_view key) const
{
    const auto *field = m_content->field(key);
    return field && field->isReadOnly();
}

std::vector<Problem> FormState::problems() const
{
    std::vector<Problem> problems;
    for (const auto id : m_content->graph().order) {
        for (const auto &record : m_content->engine.recordsOf(id)) {
            problems.push_back(m_content->problem(id, record));
        }
    }
    return problems;
}

std::vector<Problem> FormState::problemsOf(std::string_view key) const
{
    std::vector<Problem> problems;
    const auto id = m_content->graph().find(key);
    if (id != engine::noField) {
        for (const auto &record : m_content->engine.recordsOf(id)) {
            problems.push_back(m_content->problem(id, record));
        }
    }
    return problems;
}

} // namespace quanke::form
