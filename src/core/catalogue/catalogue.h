#pragma once

#include "core/base/result.h"
#include "core/catalogue/definitions.h"

#include <map>
#include <string>
#include <string_view>

namespace quanke::catalogue {

/// The definition files by their path below forms/ ("matters/HT-01.json"). Core reads no disk itself.
using DefinitionFiles = std::map<std::string, std::string>;

/// A set of definitions, loaded and resolved: what a desk, a gateway or the command line works from.
/// Immutable once made; share it as `std::shared_ptr<const Catalogue>`.
class Catalogue {
public:
    /// Reads the whole set. Fails at the first file that cannot be used, with its path and the place in it
    /// (definition.malformed, definition.unknown-keyword, definition.reference, definition.missing, …).
    /// Everything that can be wrong beyond that is `check`'s to find (check.h).
    static Result<Catalogue> load(const DefinitionFiles &files);

    const std::map<std::string, Element> &elements() const { return m_elements; }
    const std::map<std::string, Situation> &situations() const { return m_situations; }
    const std::map<std::string, Material> &materials() const { return m_materials; }
    const std::map<std::string, Matter> &matters() const { return m_matters; }
    const std::map<std::string, Bundle> &bundles() const { return m_bundles; }
    const std::map<std::string, Department> &departments() const { return m_departments; }
    const std::map<std::string, LocalText> &roles() const { return m_roles; }

    /// Null when there is none of that id.
    const Element *element(std::string_view id) const;
    const Situation *situation(std::string_view id) const;
    const Material *material(std::string_view id) const;
    const Matter *matter(std::string_view id) const;
    const Bundle *bundle(std::string_view id) const;
    const Department *department(std::string_view id) const;

    /// The words of a message key ("required", "person.idNo/pattern", "cn-id.check-digit", "assert.beds-rooms") with
    /// {placeholders} filled from the arguments; the key itself when no catalogue has it.
    std::string message(std::string_view key, const Json &arguments, Language language) const;

    /// What a field is called: role and element ("治安保卫负责人移动电话"), or the material's, or the question.
    LocalText labelOfKey(std::string_view key) const;

    /// SHA-256-independent fingerprint is not ours to make: this is the canonical text of everything loaded, for
    /// whoever pins the set by a digest.
    const std::string &canonicalText() const { return m_canonicalText; }

    /// The division codes this set knows (GB/T 2260, 6 to 12 digits), with names.
    const std::map<std::string, LocalText> &divisions() const { return m_divisions; }

private:
    friend class CatalogueLoader;

    std::map<std::string, Element> m_elements;
    std::map<std::string, Situation> m_situations;
    std::map<std::string, Material> m_materials;
    std::map<std::string, Matter> m_matters;
    std::map<std::string, Bundle> m_bundles;
    std::map<std::string, Department> m_departments;
    std::map<std::string, LocalText> m_roles;
    std::map<std::string, LocalText> m_divisions;
    std::map<std::string, LocalText> m_messages;
    std::string m_canonicalText;
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
