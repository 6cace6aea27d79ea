#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/schemaresolver.h"

namespace quanke::catalogue {

/// Reads a set of definition files into a Catalogue and says everything that is wrong with their shape on the
/// way. One loader, one reading.
class CatalogueLoader {
public:
    explicit CatalogueLoader(const DefinitionFiles &files);

    /// What could be read; usable only when `reports` has no failures.
    Catalogue read();

    const Reports &reports() const { return m_reports; }

private:
    void parse();
    void readElements();
    void readSituations();
    void readMaterials();
    void readMatters();
    void readBundles();
    void readNames();
    void readMessages();
    void takeElementSchemas();
    void labelColumns(Element &element);

    /// The document's object of that path, null when the set has none.
    Json *document(std::string_view path);
    template <class Read>
    void forEachDefinition(const char *path, Read &&read);

    const DefinitionFiles &m_files;
    Reports m_reports;
    Documents m_documents;
    SchemaResolver m_resolver{m_documents, m_reports};
    Catalogue m_catalogue;
};

} // namespace quanke::catalogue
