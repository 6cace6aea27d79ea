#pragma once

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace quanke::form {

/// Answers to situation questions by their id ("tenure" → "lease"). What is not given takes the default.
using Answers = std::map<std::string, std::string>;

/// A field of the combined form under the given answers.
struct ComposedField {
    std::string key;
    bool required = false;
    std::vector<std::string> matters; ///< the ticked matters that show it, in bundle order
    std::string providedBy; ///< the ticked matter whose result brings it, or empty
    std::string situation; ///< the situation whose answer fills it (read-only then), or empty
};

enum class Need { Optional, Tolerable, Required };
enum class MaterialSource { Applicant, Library, Generated, Produced };

struct ComposedMaterial {
    std::string id;
    Need need = Need::Optional;
    int tolerateDays = 0; ///< the fewest days of the matters that tolerate it
    int originals = 0;
    int copies = 0;
    std::vector<std::string> matters;
    MaterialSource source = MaterialSource::Applicant;
    std::vector<std::pair<std::string, LocalText>> standards; ///< acceptance standards: matter, words
};

/// What composing saves the applicant: counted over the ticked matters under the given answers.
struct Savings {
    int fieldsSeparately = 0;
    int fieldsMerged = 0;
    int materialsSeparately = 0;
    int materialsMerged = 0;
};

struct ComposedSection {
    std::string id;
    LocalText title;
    std::vector<std::string> keys; ///< every field any answer could show, in order
};

/// One bundle, the matters ticked, the answers given: what is asked, in what order it is done, what it saves.
struct Composition {
    std::string bundle;
    std::vector<std::string> ticked; ///< in bundle order
    Answers answers; ///< complete, defaults filled in
    std::vector<ComposedField> fields; ///< those that show under these answers, by key
    std::vector<ComposedMaterial> materials; ///< by id
    std::vector<ComposedSection> sections;
    std::vector<std::vector<std::string>> stages; ///< by hard dependencies inside the ticked set
    std::vector<std::pair<std::string, std::string>> unmet; ///< (matter, missing hard dependency)
    Savings savings;
};

/// Composes (design section 4, "Fixed points"). `ticked` empty means all matters of the bundle.
/// Fails: compose.unknown-bundle, compose.unknown-matter (not of this bundle), compose.unknown-situation,
/// compose.unknown-answer, compose.contradiction (a combination nothing can satisfy, naming both sides).
Result<Composition> compose(const catalogue::Catalogue &catalogue, const std::string &bundle,
    const std::vector<std::string> &ticked, const Answers &answers);

/// The matters pre-selected while tailoring: mandatory ones and those whose offerIf holds.
std::vector<std::string> offeredMatters(
    const catalogue::Catalogue &catalogue, const std::string &bundle, const Answers &answers);

/// The door's shape (quanke forms compose --json).
OrderedJson toJson(const Composition &composition);

/// The composed form, answers applied, as plain JSON Schema 2020-12 over a flat object keyed by field key.
OrderedJson toJsonSchema(const catalogue::Catalogue &catalogue, const Composition &composition);

/// What each ticked matter's department gets and nothing more: a projection by the matter's own schema.
/// `values` is the whole case (fields, materials, situations); only relevant keys travel.
struct MatterPart {
    Json values = Json::object(); ///< fields only
    std::map<std::string, Json> materials; ///< material id → its file references
};
std::map<std::string, MatterPart> split(
    const catalogue::Catalogue &catalogue, const Composition &composition, const Json &values);

} // namespace quanke::form
