#include "core/form/composition.h"

#include "core/engine/formengine.h"
#include "core/form/formcompiler.h"

namespace quanke::form {

std::map<std::string, MatterPart> split(
    const catalogue::Catalogue &catalogue, const Composition &composition, const Json &values)
{
    std::map<std::string, MatterPart> parts;
    FormCompiler compiler(catalogue, composition.ticked, composition.answers, MaterialsChecked::Yes);
    const auto graph = compiler.compile();
    if (!graph) {
        return parts;
    }
    for (const std::string &matter : composition.ticked) {
        parts[matter];
    }
    engine::FormEngine engine(*graph, Date{});
    engine.load(values);
    for (const engine::FieldId id : graph->byKey) {
        const engine::Field &field = graph->fields[id];
        const Json *value = engine.visible(id);
        if (!value || field.isAlwaysRead()) {
            continue;
        }
        engine::MatterBits matters = 0;
        for (const engine::Declaration &declaration : field.declarations) {
            matters |= engine.isActive(declaration.guard) ? declaration.matters : 0;
        }
        for (const std::string &matter : graph->namesOf(matters)) {
            if (field.kind == engine::FieldKind::Material) {
                parts[matter].materials[field.key] = *value;
            } else {
                parts[matter].values[field.key] = *value;
            }
        }
    }
    return parts;
}

} // namespace quanke::form
