#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/form/composition.h"
#include "core/form/severity.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::form {

/// One thing wrong with one field. Two problems are the same when field, row and keyword are.
struct Problem {
    std::string field; ///< key of the field or material
    int row = -1; ///< of a repeating group, else -1
    std::string column; ///< of a repeating group, else empty
    std::string keyword; ///< the standard keyword (pattern, required, …), "format", "assert" or "tolerable"
    Severity severity = Severity::Error;
    std::string messageKey; ///< for Catalogue::message
    Json arguments = Json::object();
    std::vector<std::string> matters; ///< those that demand it; empty for a schema that is not composed

    bool operator==(const Problem &) const = default;
};

enum class MaterialsChecked { Yes, No };

/// A form compiled for checking: guards, constraints per field, and the index from field to guards to fields.
/// Immutable; any number of FormStates share it.
class CompiledForm {
public:
    /// Of a composition; the catalogue must outlive the form. Fails with profile.* ("path", "file") where a
    /// schema is outside the profile and with form.circle ("keys") where relevance depends on itself.
    static Result<std::shared_ptr<const CompiledForm>> compile(const catalogue::Catalogue &catalogue,
        const Composition &composition, MaterialsChecked materials = MaterialsChecked::Yes);
    /// Of any schema of our profile (an object schema). Fails with profile.unknown-keyword and
    /// profile.unsupported
    /// ("keyword", "path"), profile.reference, profile.circle, profile.pattern, profile.logic, and
    /// form.circle ("keys").
    static Result<std::shared_ptr<const CompiledForm>> compile(const Json &schema);

    struct Content; ///< see compiledform.h
    explicit CompiledForm(std::unique_ptr<const Content> content);
    ~CompiledForm();
    const Content &content() const { return *m_content; }

private:
    std::unique_ptr<const Content> m_content;
};

/// A composition and its form, ready for values.
struct ComposedForm {
    Composition composition;
    std::shared_ptr<const CompiledForm> form;
};

/// What compose and CompiledForm::compile (with materials) give, from one walk over the definitions. Fails as they do.
Result<ComposedForm> composeForm(const catalogue::Catalogue &catalogue, const std::string &bundle,
    const std::vector<std::string> &ticked, const Answers &answers);

/// Where a case's form comes from: composed for the occasion, or kept by whoever needs it often. Fails as composeForm.
using FormSource = std::function<Result<std::shared_ptr<const ComposedForm>>(
    const std::string &bundle, const std::vector<std::string> &ticked, const Answers &answers)>;
/// One that composes each time. The catalogue must outlive it.
FormSource freshForms(const catalogue::Catalogue &catalogue);

/// What split gives, by a form that is compiled already.
std::map<std::string, MatterPart> split(const ComposedForm &form, const Json &values);

/// Where a value sits: a field, or a cell of a repeating group.
struct ValuePath {
    std::string key;
    int row = -1;
    std::string column{};
};

/// What one edit changed.
struct Changes {
    std::vector<Problem> added;
    std::vector<Problem> removed;
    std::vector<std::string> shown; ///< keys that became relevant
    std::vector<std::string> hidden;
    std::vector<std::string> requirement; ///< relevant keys whose being required changed
    std::vector<std::string>
        filled; ///< keys whose value this edit set (situations fill fields, derived values)
};

/// The values of one form being filled, with relevance and problems kept up to date edit by edit.
/// A hidden field reads as absent: never asked, never blocking, never travelling; its value stays.
class FormState {
public:
    FormState(std::shared_ptr<const CompiledForm> form, Date today, Json values = Json::object());
    ~FormState();
    FormState(FormState &&) noexcept;
    FormState &operator=(FormState &&) noexcept;

    /// Takes all values anew (fields, materials, "situation/…"), from scratch.
    void setValues(Json values);
    /// Sets one value; null clears it. Costs what depends on it. A row beyond the end is added (with empty
    /// ones before it, 10,000 at most), a null without a column takes a row out. What is computed cannot be
    /// set; setting a field that an answer fills changes the answer.
    Changes set(const ValuePath &path, const Json &value);

    Json value(std::string_view key) const; ///< null when absent
    const Json &values() const; ///< everything typed, hidden ones too: what a draft keeps
    Json relevantValues() const; ///< what travels
    bool travels(std::string_view key) const; ///< has a value, is relevant, and is not provided from inside
    /// The matters whose part the field is now; none where it has no value or is not relevant.
    std::vector<std::string> mattersOf(std::string_view key) const;

    bool isKnown(std::string_view key) const;
    bool isRelevant(std::string_view key) const;
    bool isRequired(std::string_view key) const; ///< now: not while it is awaited from a result
    bool isReadOnly(std::string_view key) const; ///< filled by an answer, derived, or awaited from a result
    std::vector<Problem> problems() const; ///< in the order of the form
    std::vector<Problem> problemsOf(std::string_view key) const;

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

} // namespace quanke::form
