#pragma once

#include "core/engine/formengine.h"
#include "core/form/form.h"

#include <map>
#include <string>

namespace quanke::form {

struct CompiledForm::Content {
    engine::FormGraph graph;
    bool isComposed = false;
    /// Of repeating groups by key: column → the element it takes its values from.
    std::map<std::string, std::map<std::string, std::string>, std::less<>> columns{};
};

/// The form of a composition, its graph compiled already.
std::shared_ptr<const CompiledForm> formOf(
    const catalogue::Catalogue &catalogue, const Composition &composition, engine::FormGraph graph);

/// A record of the engine as a problem: message key, arguments, names of matters.
Problem problemOf(const CompiledForm::Content &form, const engine::FormEngine &engine, engine::FieldId field,
    const engine::Record &record);

} // namespace quanke::form
