#pragma once

#include "core/base/result.h"
#include "core/catalogue/definitions.h"

#include <map>
#include <string>
#include <string_view>

namespace quanke::catalogue {

/// The definition files by their path below forms/ ("matters/HT-01.json"). Core reads no disk itself.
using DefinitionFiles = std::map<std::string, std::string>;

/// Definitions by their id, looked up without making a string.
template <class Value>
using ById = std::map<std::string, Value, std::less<>>;

/// The one text of a set of definition files, for whoever pins the set by a digest.
std::string pinnedText(const DefinitionFiles &files);

/// A set of definitions, loaded and resolved: what a desk, a gateway or the command line works from.
/// Immutable once made; share it as `std::shared_ptr<const Catalogue>`.
class Catalogue {
public:
    /// Reads the whole set. Fails at the first file that cannot be used, with its path and the place in it
    /// (definition.malformed, definition.unknown-keyword, definition.reference, definition.missing, …).
    /// Everything that can be wrong beyond that is `check`'s to find (check.h).
    static Result<Catalogue> load(const DefinitionFiles &files);

    const ById<Element> &elements() const { return m_elements; }
    const ById<Situation> &situations() const { return m_situations; }
    const ById<Material> &materials() const { return m_materials; }
    const ById<Matter> &matters() const { return m_matters; }
    const ById<Bundle> &bundles() const { return m_bundles; }
    const ById<Department> &departments() const { return m_departments; }
    const ById<LocalText> &roles() const { return m_roles; }

    /// Null when there is none of that id.
    const Element *element(std::string_view id) const;
    const Situation *situation(std::string_view id) const;
    const Material *material(std::string_view id) const;
    const Matter *matter(std::string_view id) const;
    const Bundle *bundle(std::string_view id) const;
    const Department *department(std::string_view id) const;

    /// The words of a message key ("required", "person.idNo/pattern", "cn-id.check-digit",
    /// "assert.beds-rooms") with {placeholders} filled from the arguments. Ask with the most specific key
    /// there may be: "person.idNo/pattern" falls back to "pattern", and what no catalogue has gives the key
    /// itself.
    std::string message(std::string_view key, const Json &arguments, Language language) const;

    /// What a field is called: role and element ("治安保卫负责人移动电话", "Security officer: mobile phone"),
    /// or the material's name, or the situation's question; the key itself when it is none of them. Without
    /// the role where the element is the role's own (hotel/hotel.rooms: "客房数").
    LocalText labelOfKey(std::string_view key) const;
    /// The same under a heading: without the role where the heading is the role's own name ("Operator").
    LocalText labelUnder(const LocalText &heading, std::string_view key) const;

    /// The division codes this set knows (GB/T 2260, 6 to 12 digits), with names.
    const ById<LocalText> &divisions() const { return m_divisions; }

private:
    friend class CatalogueLoader;

    ById<Element> m_elements;
    ById<Situation> m_situations;
    ById<Material> m_materials;
    ById<Matter> m_matters;
    ById<Bundle> m_bundles;
    ById<Department> m_departments;
    ById<LocalText> m_roles;
    ById<LocalText> m_divisions;
    ById<LocalText> m_messages;
};

/// "operator/person.idNo" → "operator", "person.idNo"; a key without a slash has an empty role.
struct FieldKey {
    std::string_view role;
    std::string_view element;
};
FieldKey splitKey(std::string_view key);
/// Whether the key is a situation's ("situation/tenure").
bool isSituationKey(std::string_view key);

} // namespace quanke::catalogue
