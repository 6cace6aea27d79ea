#include "core/form/composer.h"

#include "core/schema/valuespace.h"

#include <algorithm>
#include <bit>

namespace quanke::form {

namespace {

using engine::FieldId;
using engine::FieldKind;
using engine::MatterBits;

bool isTicked(const std::vector<std::string> &ticked, const std::string &matter)
{
    return std::ranges::find(ticked, matter) != ticked.end();
}

/// The matters that show the field as things stand.
MatterBits showingMatters(const engine::FormEngine &engine, FieldId id)
{
    MatterBits matters = 0;
    for (const engine::Declaration &declaration : engine.graph().fields[id].declarations) {
        matters |= engine.isActive(declaration.guard) ? declaration.matters : 0;
    }
    return matters;
}

} // namespace

Composer::Composer(const catalogue::Catalogue &catalogue)
    : m_catalogue(catalogue)
{
}

Result<Composition> Composer::compose(
    const std::string &bundle, const std::vector<std::string> &ticked, const Answers &answers)
{
    m_bundle = m_catalogue.bundle(bundle);
    if (!m_bundle) {
        return Failure{"compose.unknown-bundle", {{"bundle", bundle}}, {}};
    }
    m_composition.bundle = bundle;
    if (auto failure = chooseMatters(ticked)) {
        return std::move(*failure);
    }
    if (auto failure = completeAnswers(answers)) {
        return std::move(*failure);
    }
    FormCompiler compiler(m_catalogue, m_composition.ticked, m_composition.answers, MaterialsChecked::Yes);
    auto graph = compiler.compile();
    if (!graph) {
        return graph.failure();
    }
    m_graph = std::move(*graph);
    const engine::FormEngine engine(m_graph, Date{});
    if (auto failure = findContradictions(engine, compiler)) {
        return std::move(*failure);
    }
    listFields(engine);
    listMaterials(engine);
    listSections(m_graph);
    listStages();
    countSavings(engine);
    return std::move(m_composition);
}

std::optional<Failure> Composer::chooseMatters(const std::vector<std::string> &wanted)
{
    for (const std::string &matter : wanted) {
        if (std::ranges::find(m_bundle->matters, matter, &catalogue::BundleMatter::matter)
            == m_bundle->matters.end()) {
            return Failure{"compose.unknown-matter", {{"matter", matter}, {"bundle", m_bundle->id}}, {}};
        }
    }
    for (const auto &entry : m_bundle->matters) {
        if (wanted.empty() || isTicked(wanted, entry.matter)) {
            m_composition.ticked.push_back(entry.matter);
        }
    }
    return std::nullopt;
}

std::optional<Failure> Composer::completeAnswers(const Answers &given)
{
    for (const std::string &id : m_bundle->situations) {
        if (const auto *situation = m_catalogue.situation(id)) {
            m_composition.answers[id] = situation->defaultAnswer;
        }
    }
    for (const auto &[id, answer] : given) {
        const auto *situation = m_catalogue.situation(id);
        if (!situation || !m_composition.answers.contains(id)) {
            return Failure{"compose.unknown-situation", {{"situation", id}}, {}};
        }
        if (std::ranges::find(situation->options, answer, &catalogue::Code::code)
            == situation->options.end()) {
            return Failure{"compose.unknown-answer", {{"situation", id}, {"answer", answer}}, {}};
        }
        m_composition.answers[id] = answer;
    }
    return std::nullopt;
}

std::optional<Failure> Composer::findContradictions(
    const engine::FormEngine &engine, const FormCompiler &compiler) const
{
    const auto &graph = engine.graph();
    for (const engine::Field &field : graph.fields) {
        std::vector<const engine::Declaration *> active;
        for (const engine::Declaration &declaration : field.declarations) {
            if (engine.isActive(declaration.guard) && compiler.knowsSchemaOf(declaration.node)) {
                active.push_back(&declaration);
            }
        }
        for (std::size_t i = 0; i < active.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const auto keyword = schema::findContradiction(
                    compiler.schemaOf(active[j]->node), compiler.schemaOf(active[i]->node));
                if (keyword) {
                    return Failure{"compose.contradiction",
                        {{"key", field.key}, {"keyword", *keyword},
                            {"first", graph.namesOf(active[j]->matters)},
                            {"second", graph.namesOf(active[i]->matters)}},
                        {}};
                }
            }
        }
    }
    return std::nullopt;
}

void Composer::listFields(const engine::FormEngine &engine)
{
    const auto &graph = engine.graph();
    for (const FieldId id : graph.byKey) {
        const engine::Field &field = graph.fields[id];
        if (field.kind != FieldKind::Field || !engine.isRelevant(id)) {
            continue;
        }
        ComposedField composed{field.key, engine.isDemanded(id), graph.namesOf(showingMatters(engine, id)),
            field.providedBy, {}};
        if (field.filledBy >= 0) {
            const auto situation = graph.fills[static_cast<std::size_t>(field.filledBy)].situation;
            composed.situation = catalogue::splitKey(graph.fields[situation].key).element;
        }
        m_composition.fields.push_back(std::move(composed));
    }
}

void Composer::listMaterials(const engine::FormEngine &engine)
{
    for (const FieldId id : engine.graph().byKey) {
        if (engine.graph().fields[id].kind == FieldKind::Material && engine.isRelevant(id)) {
            m_composition.materials.push_back(materialOf(engine, id));
        }
    }
}

ComposedMaterial Composer::materialOf(const engine::FormEngine &engine, FieldId id) const
{
    const auto &graph = engine.graph();
    const engine::Field &field = graph.fields[id];
    ComposedMaterial material;
    material.id = field.key;
    material.need = engine.isDemanded(id) ? Need::Required : Need::Optional;
    std::optional<int> days;
    for (const engine::MaterialWish &wish : field.wishes) {
        if (!engine.isActive(wish.guard)) {
            continue;
        }
        material.originals = std::max(material.originals, wish.originals);
        material.copies = std::max(material.copies, wish.copies);
        if (wish.tolerable && material.need != Need::Required) {
            material.need = Need::Tolerable;
            days = std::min(days.value_or(wish.days), wish.days);
        }
        for (const std::string &matter : graph.namesOf(wish.matters)) {
            if (!wish.standard.chinese.empty() || !wish.standard.english.empty()) {
                material.standards.emplace_back(matter, wish.standard);
            }
        }
    }
    material.tolerateDays = days.value_or(0);
    material.matters = graph.namesOf(showingMatters(engine, id));
    const auto *definition = m_catalogue.material(field.key);
    material.source = field.generated                    ? MaterialSource::Generated
        : !field.providedBy.empty()                      ? MaterialSource::Produced
        : definition && !definition->licenceType.empty() ? MaterialSource::Library
                                                         : MaterialSource::Applicant;
    return material;
}

/// Fields stand in the order of the section's roles, then of the dictionary. What no section speaks of goes
/// to the last.
void Composer::listSections(const engine::FormGraph &graph)
{
    struct Place {
        std::size_t section;
        std::size_t role;
        int position;
        std::string key;
        auto operator<=>(const Place &) const = default;
    };
    const auto &sections = m_bundle->sections;
    std::vector<Place> places;
    for (const engine::Field &field : graph.fields) {
        if (field.kind != FieldKind::Field) {
            continue;
        }
        const auto [role, name] = catalogue::splitKey(field.key);
        const auto *element = m_catalogue.element(name);
        Place place{
            sections.empty() ? 0 : sections.size() - 1, SIZE_MAX, element ? element->position : 0, field.key};
        for (std::size_t i = 0; i < sections.size(); ++i) {
            const auto found = std::ranges::find(sections[i].roles, role);
            if (found != sections[i].roles.end()) {
                place.section = i;
                place.role = static_cast<std::size_t>(found - sections[i].roles.begin());
                break;
            }
        }
        places.push_back(std::move(place));
    }
    std::ranges::sort(places);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        ComposedSection section{sections[i].id, sections[i].title, {}};
        for (const Place &place : places) {
            if (place.section == i) {
                section.keys.push_back(place.key);
            }
        }
        if (!section.keys.empty()) {
            m_composition.sections.push_back(std::move(section));
        }
    }
}

void Composer::listStages()
{
    std::map<std::string, int> stages;
    for (const std::string &matter : m_composition.ticked) {
        const auto stage = static_cast<std::size_t>(stageOf(matter, stages));
        m_composition.stages.resize(std::max(m_composition.stages.size(), stage));
        m_composition.stages[stage - 1].push_back(matter);
        for (const auto &dependency : m_catalogue.matter(matter)->dependsOn) {
            if (dependency.hard && !isTicked(m_composition.ticked, dependency.matter)) {
                m_composition.unmet.emplace_back(matter, dependency.matter);
            }
        }
    }
}

/// One more than the longest chain of hard dependencies among what is ticked.
int Composer::stageOf(const std::string &matter, std::map<std::string, int> &known) const
{
    const auto [entry, isNew] = known.emplace(matter, 1); // a circle (which check finds) ends here
    if (!isNew) {
        return entry->second;
    }
    int stage = 1;
    for (const auto &dependency : m_catalogue.matter(matter)->dependsOn) {
        if (dependency.hard && isTicked(m_composition.ticked, dependency.matter)) {
            stage = std::max(stage, stageOf(dependency.matter, known) + 1);
        }
    }
    known[matter] = stage;
    return stage;
}

void Composer::countSavings(const engine::FormEngine &engine)
{
    Savings &savings = m_composition.savings;
    const auto &fields = engine.graph().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto id = static_cast<FieldId>(i);
        const bool isField = fields[i].kind == FieldKind::Field;
        if ((!isField && fields[i].kind != FieldKind::Material) || !engine.isRelevant(id)) {
            continue;
        }
        const int matters = std::popcount(showingMatters(engine, id));
        (isField ? savings.fieldsSeparately : savings.materialsSeparately) += matters;
        ++(isField ? savings.fieldsMerged : savings.materialsMerged);
    }
}

} // namespace quanke::form
