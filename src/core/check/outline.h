#pragma once

#include "core/check/subject.h"

namespace quanke::check {

/// A condition on the way to a place in a matter's form: it must hold, or (in an else) must not.
struct Guard {
    const Json *condition = nullptr;
    bool negated = false;
    bool operator==(const Guard &) const = default; ///< the very same condition
};
using Guards = std::vector<Guard>;

/// A key declared somewhere in a matter's form.
struct Declaration {
    std::string key;
    const Json *schema = nullptr;
    std::string path;
    Guards guards;
};

/// An if.
struct Branch {
    const Json *condition = nullptr;
    std::string path;
    Guards guards; ///< of the ifs around it
};

/// A key some `required` names.
struct Requirement {
    std::string key;
    std::string path; ///< of the required
    Guards guards;
};

/// A matter's form taken apart: what it declares, requires, and under which conditions.
struct Outline {
    const catalogue::Matter *matter = nullptr;
    std::string file;
    std::vector<Declaration> declarations;
    std::vector<Branch> branches;
    std::vector<Requirement> requirements;

    bool declares(std::string_view key) const;
    /// Declared under no other conditions than these.
    bool showsUnder(std::string_view key, const Guards &guards) const;
};

/// Of a form as it stands, references resolved or not.
Outline outlineOf(const Json &form);

/// Of every matter whose file loaded, by id.
using Outlines = std::map<std::string, Outline>;
Outlines outlinesOf(const Subject &subject);

} // namespace quanke::check
