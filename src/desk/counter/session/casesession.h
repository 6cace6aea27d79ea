#pragma once

#include "core/form/composition.h"
#include "core/form/form.h"
#include "core/form/offers.h"
#include "desk/counter/session/step.h"
#include "desk/counter/session/unsaveddrafts.h"
#include "vault/vault.h"

#include <QObject>

#include <optional>
#include <set>

namespace quanke::catalogue {
struct Bundle;
}

namespace quanke::desk {

struct DeskContext;

/// Where a field's value came from when nobody typed it.
struct ValueSource {
    std::string kind; ///< "card", "licence", "case", "derived", "preset"; empty: typed
    std::string at; ///< instant, may be empty
    bool operator==(const ValueSource &) const = default;
};

/// So many of so many.
struct Progress {
    int done = 0;
    int whole = 0;
    bool operator==(const Progress &) const = default;
};

/// How the materials of the case stand.
struct MaterialCounts {
    int ready = 0; ///< handed in
    int inside = 0; ///< made by ourselves, or the result of a ticked matter
    int later = 0; ///< tolerated for now
    int missing = 0; ///< required and not handed in
};

enum class Attestation { None, OriginalSeen };

/// One case being received: what was chosen, what is filled in, what is wrong, and its journal in the vault.
/// Knows no widget; every step of the counter works on it. A value is durable once its field has been left.
class CaseSession : public QObject {
    Q_OBJECT
public:
    explicit CaseSession(const DeskContext &context, QObject *parent = nullptr);
    ~CaseSession() override = default;

    // --- one case at a time
    bool isOpen() const { return m_open; }
    /// A fresh case; no ticks means what the bundle offers under its default answers. Fails as composing
    /// does.
    Result<Done> begin(const std::string &bundle, const std::vector<std::string> &ticked = {});
    /// A kept draft, at the step and field it stood at. Fails as composing does.
    Result<Done> restore(const vault::Draft &draft);
    /// Leaves the case; its draft stays in the vault.
    void close();
    /// Leaves the case and destroys its draft.
    void discard();
    /// It went into the outbox: nothing of it is journalled any more.
    void markFiled(const QString &number);
    QString number() const { return m_number; } ///< once filed

    // --- what it is
    const std::string &caseId() const { return m_draft.caseId; }
    const catalogue::Bundle &bundle() const;
    QString title() const; ///< the bundle's name, or the matter's when it is alone
    QString applicantName() const; ///< empty until filled in
    const form::Composition &composition() const { return m_composition; }
    const form::FormState &form() const { return *m_form; }
    /// As it would be kept this moment.
    vault::Draft snapshot() const;

    // --- tailoring
    const form::Answers &answers() const { return m_composition.answers; }
    Result<Done> setAnswer(const std::string &situation, const std::string &answer);
    Result<Done> setTicked(const std::string &matter, bool ticked);
    bool isTicked(const std::string &matter) const;

    // --- filling
    void setValue(const form::ValuePath &path, const Json &value, const ValueSource &source = {});
    /// The clerk is in this field: what comes to be wrong while they type is not said before they leave it.
    void enterField(const std::string &key);
    /// The field has been left: from now on its problems show, and what it holds is journalled together with
    /// the field the clerk goes on to.
    void leaveField(const form::ValuePath &path, const std::string &next);
    ValueSource sourceOf(const std::string &key) const;
    /// The clerk asked for the check: every problem shows from now on.
    void showAllProblems();
    bool showsProblemsOf(const std::string &key) const;
    /// Those of one field, if they are shown already.
    std::vector<form::Problem> shownProblems(const std::string &key) const;
    std::vector<form::Problem> shownProblems() const; ///< in the order of the form
    QString wordsOf(const form::Problem &problem) const;

    // --- documents, by material: an array of file references
    void setMaterial(const std::string &material, const Json &references);
    /// The clerk has seen the original and the copy matches it; other files for the material undo that.
    void attest(const std::string &material, Attestation attestation);
    bool isAttested(const std::string &material) const;
    MaterialCounts materialCounts() const;

    // --- how far it has come
    /// Shows under the present values and is for the applicant to say: no other matter's result brings it.
    bool isAsked(const std::string &key) const;
    bool isProvided(const std::string &key) const { return m_provided.contains(key); }
    Progress progress() const;
    Progress progressOf(std::size_t section) const;
    /// Fields of the section, in order, that show under the present values.
    std::vector<std::string> visibleKeys(std::size_t section) const;
    Step step() const { return stepFromName(m_draft.step); }
    void setStep(Step step);
    const std::string &focusedKey() const { return m_draft.focusedKey; }
    std::optional<Instant> savedAt() const { return m_savedAt; }
    Instant beganAt() const { return m_beganAt; }

Q_SIGNALS:
    void opened();
    void closed();
    void recomposed(); ///< matters or answers changed: sections and fields are others
    void changed(const quanke::form::Changes &changes); ///< a value changed
    void problemsChanged();
    void problemsShown(); ///< those of every field may show now
    void progressChanged();
    void materialsChanged();
    void stepChanged(quanke::desk::Step step);
    void saved();
    void saveFailed(const quanke::Failure &failure);

private:
    Result<Done> recompose(const std::vector<std::string> &ticked, const form::Answers &answers);
    Result<Done> compose(
        const std::string &bundle, const std::vector<std::string> &ticked, const form::Answers &answers);
    void rebuild(const Json &values);
    void presetUsualValues(const std::vector<form::Offer> &declined);
    void takeOffers(const std::string &key);
    void put(const form::ValuePath &path, const Json &value, const ValueSource &source);
    void start();
    void journalWhole();
    void journal(const vault::FieldEdit &edit);
    void watch(const vault::Promised<Done> &saving);
    void noteSaved(const std::string &caseId);

    const DeskContext &m_context;
    bool m_open = false;
    bool m_kept = false; ///< the vault has this draft
    bool m_filed = false;
    UnsavedDrafts m_unsaved;
    vault::Draft m_draft; ///< its values are the form's; snapshot() puts them together
    form::Composition m_composition;
    std::optional<form::FormState> m_form;
    std::set<std::string> m_visited;
    std::string m_quiet; ///< the field in hand, while nothing is said about it
    std::set<std::string> m_provided; ///< keys that another ticked matter's result brings
    bool m_allProblems = false;
    bool m_moreChanged = false; ///< than fields that were left: sources, values derived from others
    std::optional<Instant> m_savedAt;
    Instant m_beganAt;
    QString m_number;
};

} // namespace quanke::desk
