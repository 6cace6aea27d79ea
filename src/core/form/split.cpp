#include "core/form/compiledform.h"
#include "core/form/formcompiler.h"

namespace quanke::form {

namespace {

std::map<std::string, MatterPart> partsBy(const engine::FormGraph &graph, const Json &values)
{
    std::map<std::string, MatterPart> parts;
    for (const std::string &matter : graph.matters) {
        parts[matter];
    }
    const engine::FormEngine engine(graph, Date{}, values);
    for (const engine::FieldId id : graph.byKey) {
        const engine::Field &field = graph.fields[id];
        const Json *value = engine.visible(id);
        if (!value || field.isAlwaysRead()) {
            continue;
        }
        for (const std::string &matter : graph.namesOf(engine.mattersOf(field))) {
            if (field.kind == engine::FieldKind::Material) {
                parts[matter].materials[field.key] = *value;
            } else {
                parts[matter].values[field.key] = *value;
            }
        }
    }
    return parts;
}

} // namespace

std::map<std::string, MatterPart> split(
    const catalogue::Catalogue &catalogue, const Composition &composition, const Json &values)
{
    FormCompiler compiler(catalogue, composition.ticked, composition.answers, MaterialsChecked::Yes);
    const auto graph = compiler.compile();
    return graph ? partsBy(*graph, values) : std::map<std::string, MatterPart>();
}

std::map<std::string, MatterPart> split(const ComposedForm &form, const Json &values)
{
    return partsBy(form.form->content().graph, values);
}

} // namespace quanke::form
