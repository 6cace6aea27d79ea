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

std::vector<handover::Handing> handingsFromJson(const Json &json)
{
    std::vector<handover::Handing> handings;
    for (const Json &one : json) {
        if (auto handing = handover::handingFromJson(one)) {
            handings.push_back(std::move(*handing));
        }
    }
    return handings;
}

} // namespace

Json toJson(const Draft &draft)
{
    Json handings = Json::array();
    for (const auto &handing : draft.handings) {
        handings.push_back(handover::toJson(handing));
    }
    return {{"title", draft.title}, {"bundle", draft.bundle}, {"formsDigest", draft.formsDigest},
        {"ticked", draft.ticked}, {"answers", draft.answers}, {"values", draft.values},
        {"sources", draft.sources}, {"step", draft.step}, {"focusedKey", draft.focusedKey},
        {"handings", std::move(handings)}};
}

Draft draftFromJson(const std::string &caseId, const Json &json, const std::string &updatedAt)
{
    return {caseId, json.value("title", std::string()), json.value("bundle", std::string()),
        json.value("formsDigest", std::string()), json.value("ticked", std::vector<std::string>()),
        json.value("answers", form::Answers()), json.value("values", Json::object()),
        json.value("sources", Json::object()), json.value("step", std::string()),
        json.value("focusedKey", std::string()), updatedAt,
        handingsFromJson(json.value("handings", Json::array()))};
}

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
