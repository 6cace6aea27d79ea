#pragma once

#include "core/base/json.h"

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace quanke::test {

/// A seed from outside (QUANKE_SEED) repeats a run.
inline unsigned seedOfRun()
{
    const char *given = std::getenv("QUANKE_SEED");
    return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20261121U;
}

/// One edit of a form: a field, or a cell of a group.
struct RandomEdit {
    std::string key;
    int row = -1;
    std::string column;
    Json value; ///< null clears
};

/// Makes up forms of the profile, what is filled in, and edits. Conditions read only fields declared before the ones
/// they show, so relevance has no circles; what is hidden stays in the values, as in a draft.
class RandomForm {
public:
    explicit RandomForm(unsigned seed);

    /// An object schema over fields "f0", "f1", …; groups have columns "a", "b", "c".
    Json schema();
    /// Values for the fields of the last schema: mostly fitting, some wrong, some missing.
    Json values();
    RandomEdit edit();

    int upTo(int most) { return static_cast<int>(m_engine() % static_cast<unsigned>(most + 1)); }
    bool oneIn(int count) { return upTo(count - 1) == 0; }

private:
    enum class Kind { Text, Whole, Number, Flag, Choice, List, Group, Object };

    std::string key(std::size_t index) const { return "f" + std::to_string(index); }
    template <class List>
    auto any(const List &list)
    {
        return list[static_cast<std::size_t>(upTo(static_cast<int>(list.size()) - 1))];
    }

    Json constraint(Kind kind);
    Json text();
    Json number(const char *type);
    Json list();
    Json group();
    Json combined(Kind kind);
    Json condition(std::size_t before);
    Json test(std::size_t index);
    Json branch(std::size_t from, int depth);
    void declare(Json &schema, std::size_t index);

    Json value(Kind kind);
    Json textValue();
    Json row();

    std::mt19937 m_engine;
    std::vector<Kind> m_kinds;
};

} // namespace quanke::test
