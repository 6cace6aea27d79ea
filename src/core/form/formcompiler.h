#pragma once

#include "core/engine/graphbuilder.h"
#include "core/form/form.h"

namespace quanke::form {

/// The graph of some ticked matters of a catalogue, and what was known while it was made.
class FormCompiler {
public:
    /// `ticked` in the order of the bundle, `answers` complete. Both and the catalogue must outlive the
    /// graph.
    FormCompiler(const catalogue::Catalogue &catalogue, const std::vector<std::string> &ticked,
        const Answers &answers, MaterialsChecked materials);

    /// Once. Fails with profile.* ("path", "file") and form.circle ("keys").
    Result<engine::FormGraph> compile();
    /// The schema a node was compiled from.
    const Json &schemaOf(const schema::Node *node) const { return *m_builder.schemas().at(node); }
    bool knowsSchemaOf(const schema::Node *node) const { return m_builder.schemas().contains(node); }

private:
    const catalogue::Catalogue &m_catalogue;
    std::vector<std::string> m_ticked;
    engine::GraphBuilder m_builder;
};

/// The graph of a schema that stands alone.
Result<engine::FormGraph> compileSchema(const Json &schema);

} // namespace quanke::form
