#include "core/check/outline.h"

#include <algorithm>

namespace quanke::check {

namespace {

class OutlineReader {
public:
    explicit OutlineReader(Outline &outline)
        : m_outline(outline)
    {
    }

    void read(const Json &schema, const std::string &path, const Guards &guards)
    {
        readDeclarations(schema, path, guards);
        for (const std::string &key : textsOf(memberOf(schema, "required"))) {
            m_outline.requirements.push_back({key, below(path, "required"), guards});
        }
        if (const Json *condition = memberOf(schema, "if")) {
            m_outline.branches.push_back({condition, below(path, "if"), guards});
            readBranch(schema, "then", path, guards, {condition, false});
            readBranch(schema, "else", path, guards, {condition, true});
        }
        if (const Json *parts = memberOf(schema, "allOf"); parts && parts->is_array()) {
            for (std::size_t i = 0; i < parts->size(); ++i) {
                read((*parts)[i], below(below(path, "allOf"), i), guards);
            }
        }
    }

private:
    void readDeclarations(const Json &schema, const std::string &path, const Guards &guards)
    {
        const Json *properties = memberOf(schema, "properties");
        if (!properties || !properties->is_object()) {
            return;
        }
        for (const auto &[key, property] : properties->get_ref<const Json::object_t &>()) {
            m_outline.declarations.push_back({key, &property, below(below(path, "properties"), key), guards});
        }
    }

    void readBranch(
        const Json &schema, const char *name, const std::string &path, const Guards &guards, Guard guard)
    {
        if (const Json *branch = memberOf(schema, name)) {
            Guards inside = guards;
            inside.push_back(guard);
            read(*branch, below(path, name), inside);
        }
    }

    Outline &m_outline;
};

} // namespace

bool Outline::declares(std::string_view key) const
{
    return std::ranges::any_of(
        declarations, [key](const Declaration &declaration) { return declaration.key == key; });
}

bool Outline::showsUnder(std::string_view key, const Guards &guards) const
{
    const auto isGiven = [&](const Guard &guard) { return std::ranges::find(guards, guard) != guards.end(); };
    return std::ranges::any_of(declarations, [&](const Declaration &declaration) {
        return declaration.key == key && std::ranges::all_of(declaration.guards, isGiven);
    });
}

Outline outlineOf(const Json &form)
{
    Outline outline;
    OutlineReader(outline).read(form, {}, {});
    return outline;
}

Outlines outlinesOf(const Subject &subject)
{
    Outlines outlines;
    for (const auto &[id, matter] : subject.catalogue.matters()) {
        const auto file = subject.fileOfMatter.find(id);
        if (file == subject.fileOfMatter.end() || subject.broken.contains(file->second)) {
            continue;
        }
        Outline &outline = outlines[id] = outlineOf(matter.schema);
        outline.matter = &matter;
        outline.file = file->second;
    }
    return outlines;
}

} // namespace quanke::check
