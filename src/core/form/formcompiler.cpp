#include "core/form/formcompiler.h"

#include "core/form/namedcheck.h"

namespace quanke::form {

namespace {

/// Our named checks as the schemas' `format`.
class NamedFormats : public schema::Formats {
public:
    explicit NamedFormats(const catalogue::ById<LocalText> *divisions)
        : m_divisions(divisions)
    {
    }

    std::optional<int> find(std::string_view name) const override
    {
        const auto check = namedCheck(name);
        return check ? std::optional(static_cast<int>(*check)) : std::nullopt;
    }

    std::optional<schema::FormatFinding> check(
        int format, std::string_view value, std::string_view documentType, Date today) const override
    {
        auto finding =
            runNamedCheck(static_cast<NamedCheck>(format), value, {documentType, today, m_divisions});
        if (!finding) {
            return std::nullopt;
        }
        return schema::FormatFinding{
            std::move(finding->messageKey), std::move(finding->arguments), finding->severity};
    }

private:
    const catalogue::ById<LocalText> *m_divisions;
};

} // namespace

FormCompiler::FormCompiler(const catalogue::Catalogue &catalogue, const std::vector<std::string> &ticked,
    const Answers &answers, MaterialsChecked materials)
    : m_catalogue(catalogue)
    , m_ticked(ticked)
    , m_builder({&catalogue, ticked, answers, materials == MaterialsChecked::Yes},
          std::make_shared<const NamedFormats>(&catalogue.divisions()))
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
    engine::GraphBuilder builder({}, std::make_shared<const NamedFormats>(nullptr));
    return builder.build({{&schema, 0, {}}});
}

} // namespace quanke::form
