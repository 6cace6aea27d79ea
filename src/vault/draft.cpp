#include "vault/draft.h"

namespace quanke::vault {

namespace {

/// The row of a group, made when it is the next one; null when there is no such place.
Json *rowOf(Json &group, int row)
{
    if (!group.is_array()) {
        group = Json::array();
    }
    const auto index = std::size_t(row);
    if (index == group.size()) {
        group.push_back(Json::object());
    }
    return index < group.size() ? &group[index] : nullptr;
}

void setMember(Json &object, const std::string &name, const Json &value)
{
    if (value.is_null()) {
        object.erase(name);
    } else {
        object[name] = value;
    }
}

} // namespace

void applyEdit(Draft &draft, const FieldEdit &edit)
{
    draft.step = edit.step;
    draft.focusedKey = edit.focusedKey;
    if (edit.path.key.empty()) {
        return; // only the place changed
    }
    if (edit.path.row < 0) {
        setMember(draft.values, edit.path.key, edit.value);
        return;
    }
    if (Json *row = rowOf(draft.values[edit.path.key], edit.path.row); row && row->is_object()) {
        setMember(*row, edit.path.column, edit.value);
    }
}

} // namespace quanke::vault
