#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/schemaresolver.h"
#include "core/check/check.h"

#include <map>
#include <set>

namespace quanke::check {

/// What the rules look at: the files as written and as loaded.
struct Subject {
    const catalogue::DefinitionFiles &files;
    const catalogue::Catalogue &catalogue;
    const catalogue::Documents &documents; ///< parsed, references still in them
    const Digest &digest;
    std::set<std::string> broken; ///< files that did not load: rules that read deeper pass them over
    std::map<std::string, std::string> fileOfMatter; ///< by id
    std::map<std::string, std::string> fileOfBundle;
};

/// A member of an object, null when there is none or the value is no object.
const Json *memberOf(const Json &value, std::string_view name);
/// The texts of a list; what is no text is passed over.
std::vector<std::string> textsOf(const Json *list);

} // namespace quanke::check
