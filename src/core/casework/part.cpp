#include "core/casework/part.h"

#include "core/casework/filereference.h"

#include <algorithm>

namespace quanke::casework {

namespace {

constexpr std::string_view situationRole = "situation/";

void collectKeys(const Json &schema, std::set<std::string> &into)
{
    if (!schema.is_object()) {
        return;
    }
    if (const auto properties = schema.find("properties"); properties != schema.end()) {
        for (const auto &[key, declaration] : properties->items()) {
            into.insert(key);
        }
    }
    for (const char *branch : {"then", "else"}) {
        if (const auto found = schema.find(branch); found != schema.end()) {
            collectKeys(*found, into);
        }
    }
    if (const auto all = schema.find("allOf"); all != schema.end()) {
        for (const auto &item : *all) {
            collectKeys(item, into);
        }
    }
}

/// The department's matters of the case and everything its view may hold.
struct Share {
    std::set<std::string> matters;
    std::set<std::string> keys; ///< of values and materials that are there or may be asked for
    std::set<std::string> situations;
};

Json ownMembers(const Json &values, const std::set<std::string> &keys)
{
    Json own = Json::object();
    for (const auto &[key, value] : values.items()) {
        if (keys.contains(key)) {
            own[key] = value;
        }
    }
    return own;
}

bool concerns(const Operation &operation, const Share &share, const CaseFile &view)
{
    if (operation.kind == "case.submit") {
        return true;
    }
    if (operation.body.contains("matter")) {
        return share.matters.contains(operation.body["matter"].get<std::string>());
    }
    if (operation.kind == "result.issue") {
        return std::ranges::any_of(operation.body["matters"],
            [&share](const Json &matter) { return share.matters.contains(matter.get<std::string>()); });
    }
    if (operation.kind == "document.attest") {
        const auto digest = operation.body["sha256"].get<std::string>();
        const auto files = filesIn(view.values);
        return std::ranges::find(files, digest, &FileReference::sha256) != files.end();
    }
    return false; // notes are the hall's own
}

Json ownMatters(const Json &matters, const Share &share)
{
    Json own = Json::array();
    std::ranges::copy_if(matters, std::back_inserter(own),
        [&share](const Json &matter) { return share.matters.contains(matter.get<std::string>()); });
    return own;
}

Operation reduced(const Operation &operation, const Share &share, const CaseFile &view)
{
    Operation own = operation;
    for (const char *list : {"ticked", "matters"}) {
        if (own.body.contains(list)) {
            own.body[list] = ownMatters(own.body[list], share);
        }
    }
    if (own.body.contains("values")) {
        own.body["values"] = ownMembers(own.body["values"], share.keys);
    }
    if (own.body.contains("answers")) {
        own.body["answers"] = ownMembers(own.body["answers"], share.situations);
    }
    if (own.body.contains("applicant")) {
        own.body["applicant"] = view.applicant;
    }
    if (own.kind == "result.issue") {
        own.body["collector"] = {{"name", own.body["collector"]["name"]}};
        own.body["signature"] = nullptr;
    }
    return own;
}

void takePart(CaseFile &view, Share &share, const form::MatterPart &part)
{
    for (const auto &[key, value] : part.values.items()) {
        view.values[key] = value;
        share.keys.insert(key);
    }
    for (const auto &[key, files] : part.materials) {
        view.values[key] = files;
        share.keys.insert(key);
    }
}

} // namespace

std::set<std::string> declaredKeys(const catalogue::Catalogue &catalogue, const catalogue::Matter &matter)
{
    std::set<std::string> keys;
    collectKeys(matter.schema, keys);
    std::erase_if(keys, [](const std::string &key) { return key.starts_with(situationRole); });
    std::set<std::string> rosters;
    for (const auto &key : keys) {
        const auto *material = catalogue.material(key);
        if (material != nullptr && !material->rosterKey.empty()) {
            rosters.insert(material->rosterKey);
        }
    }
    keys.merge(rosters);
    return keys;
}

std::set<std::string> situationsOf(const catalogue::Matter &matter)
{
    std::set<std::string> keys;
    collectKeys(matter.schema, keys);
    std::set<std::string> situations;
    for (const auto &key : keys) {
        if (key.starts_with(situationRole)) {
            situations.insert(key.substr(situationRole.size()));
        }
    }
    return situations;
}

Result<form::FormState> stateOf(
    const form::FormSource &forms, const CaseFile &file, const Json &values, Date today)
{
    const auto form = forms(file.bundle, file.ticked, file.answers);
    if (!form) {
        return form.failure();
    }
    Json all = values;
    for (const auto &[situation, answer] : (*form)->composition.answers) {
        all[std::string(situationRole) + situation] = answer;
    }
    return form::FormState((*form)->form, today, std::move(all));
}

std::map<std::string, form::MatterPart> partsOf(const form::FormSource &forms, const CaseFile &file)
{
    const auto form = forms(file.bundle, file.ticked, file.answers);
    return form ? form::split(**form, file.values) : std::map<std::string, form::MatterPart>();
}

Result<CaseFile> viewOf(
    const catalogue::Catalogue &catalogue, const CaseFile &file, std::string_view department)
{
    return viewOf(catalogue, form::freshForms(catalogue), file, department);
}

Result<CaseFile> viewOf(const catalogue::Catalogue &catalogue, const form::FormSource &forms,
    const CaseFile &file, std::string_view department)
{
    CaseFile view = file;
    view.subCases.clear();
    view.values = Json::object();
    view.history.clear();
    Share share;
    const auto parts = partsOf(forms, file);
    for (const auto &[matter, subCase] : file.subCases) {
        const auto *definition = catalogue.matter(matter);
        if (definition == nullptr || definition->department != department) {
            continue;
        }
        share.matters.insert(matter);
        share.situations.merge(situationsOf(*definition));
        view.subCases.emplace(matter, subCase);
        if (const auto part = parts.find(matter); part != parts.end()) {
            takePart(view, share, part->second);
        }
    }
    if (share.matters.empty()) {
        return Failure{"case.unknown", Json::object(), {}};
    }
    std::erase_if(
        view.ticked, [&share](const std::string &matter) { return !share.matters.contains(matter); });
    std::erase_if(
        view.answers, [&share](const auto &answer) { return !share.situations.contains(answer.first); });
    view.applicant = {{"name", file.applicant.value("name", "")}};
    std::erase_if(view.conflicts, [&](const Conflict &conflict) {
        return !share.matters.contains(conflict.matter) && conflict.matter != file.bundle; // the case itself
    });
    for (const auto &operation : file.history) {
        if (concerns(operation, share, view)) {
            view.history.push_back(reduced(operation, share, view));
        }
    }
    return view;
}

} // namespace quanke::casework
