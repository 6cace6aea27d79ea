#include "core/form/formcompiler.h"

namespace quanke::form {

FormCompiler::FormCompiler(const catalogue::Catalogue &catalogue, const std::vector<std::string> &ticked,
    const Answers &answers, MaterialsChecked materials)
    : m_catalogue(catalogue)
    , m_ticked(ticked)
    , m_builder({&catalogue, ticked, answers, materials == MaterialsChecked::Yes})
{
}

Result<engine::FormGraph> FormCompiler::compile()
{
    std::vector<engine::SchemaSource> sources;
    if (m_ticked.size() > engine::mostMatters) {
        return Failure{"form.too-large", Json::object(), {}};
    }
    for (std::size_t i = 0; i < m_ticked.size(); ++i) {
        const auto *matter = m_catalogue.matter(m_ticked[i]);
        if (!matter) {
            return Failure{"compose.unknown-matter", {{"matter", m_ticked[i]}}, {}};
        }
        sources.push_back({&matter->schema, engine::MatterBits{1} << i, "matters/" + matter->id + ".json"});
    }
    auto graph = m_builder.build(sources);
    if (graph) {
        graph->controlCharacters = schema::ControlCharacters::Refused;
    }
    return graph;
}

Result<engine::FormGraph> compileSchema(const Json &schema)
{
    engine::GraphBuilder builder({});
    return builder.build({{&schema, 0, {}}});
}

} // namespace quanke::form
