#pragma once

#include "core/catalogue/keywords.h"
#include "core/catalogue/place.h"

#include <map>
#include <set>
#include <string>

namespace quanke::catalogue {

/// Parsed definition files by their path.
using Documents = std::map<std::string, Json, std::less<>>;

/// Takes the references out of schemas: what `$ref` ("../elements.json#/$defs/person.name") names is put in
/// its place, and the keywords beside it count as well (JSON Schema 2020-12): they are merged in where they
/// say something new and go into `allOf` where both speak. Refuses on the way what lies outside the closed
/// list of keywords.
class SchemaResolver {
public:
    SchemaResolver(Documents &documents, Reports &reports);

    /// Resolves in place. Reports definition.unknown-keyword ("keyword"), definition.malformed ("member"),
    /// definition.reference ("reference": no such definition) and definition.circle (a
    /// definition that contains itself).
    void resolve(Json &schema, const Place &place);
    /// Resolves `$defs`/name of a file in place, once; null when there is none.
    Json *definition(std::string_view file, std::string_view name);

private:
    void resolveBelow(Json &value, const Place &place, KeywordValue shape);
    void putIn(Json &schema, const Place &place);

    Documents &m_documents;
    Reports &m_reports;
    std::set<const Json *> m_resolved;
    std::set<const Json *> m_inWork;
};

/// "../elements.json#/$defs/person.name" seen from "matters/HT-01.json": "elements.json" and "person.name";
/// an empty name when the reference has another form.
struct ReferenceTarget {
    std::string file;
    std::string name;
};
ReferenceTarget referenceTarget(std::string_view reference, std::string_view from);

} // namespace quanke::catalogue
