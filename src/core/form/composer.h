#pragma once

#include "core/engine/formengine.h"
#include "core/form/composition.h"
#include "core/form/formcompiler.h"

#include <optional>

namespace quanke::form {

/// Puts a Composition together: what compose does, step by step.
class Composer {
public:
    explicit Composer(const catalogue::Catalogue &catalogue);

    Result<Composition> compose(
        const std::string &bundle, const std::vector<std::string> &ticked, const Answers &answers);
    /// The graph that the composition was read from, once it is made.
    engine::FormGraph takeGraph() { return std::move(m_graph); }

private:
    std::optional<Failure> chooseMatters(const std::vector<std::string> &wanted);
    std::optional<Failure> completeAnswers(const Answers &given);
    std::optional<Failure> findContradictions(
        const engine::FormEngine &engine, const FormCompiler &compiler) const;
    void listFields(const engine::FormEngine &engine);
    void listMaterials(const engine::FormEngine &engine);
    ComposedMaterial materialOf(const engine::FormEngine &engine, engine::FieldId id) const;
    void listSections(const engine::FormGraph &graph);
    void listStages();
    int stageOf(const std::string &matter, std::map<std::string, int> &known) const;
    void countSavings(const engine::FormEngine &engine);

    const catalogue::Catalogue &m_catalogue;
    const catalogue::Bundle *m_bundle = nullptr;
    Composition m_composition;
    engine::FormGraph m_graph;
};

} // namespace quanke::form
