#include "core/form/compiledform.h"

#include "core/form/formcompiler.h"

#include <algorithm>
#include <set>

namespace quanke::form {

namespace {

using Kind = engine::FieldKind;

/// Sections first, then groups that belong to materials, materials, and the questions.
std::vector<engine::FieldId> formOrder(const engine::FormGraph &graph, const Composition &composition)
{
    std::vector<engine::FieldId> order;
    std::set<engine::FieldId> placed;
    const auto place = [&](engine::FieldId id) {
        if (id != engine::noField && placed.insert(id).second) {
            order.push_back(id);
        }
    };
    for (const ComposedSection &section : composition.sections) {
        std::ranges::for_each(section.keys, [&](const std::string &key) { place(graph.find(key)); });
    }
    for (const Kind kind : {Kind::Field, Kind::Roster, Kind::Material, Kind::Situation, Kind::Read}) {
        for (const engine::FieldId id : graph.byKey) {
            if (graph.fields[id].kind == kind) {
                place(id);
            }
        }
    }
    place(engine::wholeForm);
    return order;
}

} // namespace

CompiledForm::CompiledForm(std::unique_ptr<const Content> content)
    : m_content(std::move(content))
{
}

CompiledForm::~CompiledForm() = default;

Result<std::shared_ptr<const CompiledForm>> CompiledForm::compile(
    const catalogue::Catalogue &catalogue, const Composition &composition, MaterialsChecked materials)
{
    auto graph = FormCompiler(catalogue, composition.ticked, composition.answers, materials).compile();
    if (!graph) {
        return graph.failure();
    }
    return formOf(catalogue, composition, std::move(*graph));
}

std::shared_ptr<const CompiledForm> formOf(
    const catalogue::Catalogue &catalogue, const Composition &composition, engine::FormGraph graph)
{
    auto content = std::make_unique<CompiledForm::Content>(
        CompiledForm::Content{.graph = std::move(graph), .isComposed = true});
    content->graph.order = formOrder(content->graph, composition);
    for (const engine::Field &field : content->graph.fields) {
        const auto *element = catalogue.element(catalogue::splitKey(field.key).element);
        for (const auto &column : element ? element->columns : std::vector<catalogue::Column>()) {
            content->columns[field.key][column.name] = column.element;
        }
    }
    return std::make_shared<const CompiledForm>(std::move(content));
}

Result<std::shared_ptr<const CompiledForm>> CompiledForm::compile(const Json &schema)
{
    auto graph = compileSchema(schema);
    if (!graph) {
        return graph.failure();
    }
    return std::make_shared<const CompiledForm>(std::make_unique<const Content>(Content{std::move(*graph)}));
}

} // namespace quanke::form
