#include "desk/counter/session/casesession.h"

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "seal/random.h"

#include <algorithm>

namespace quanke::desk {

namespace {

const std::string situationPrefix = "situation/";
const std::string nameSuffix = "/person.name";
const std::string derivedKind = "derived";
const std::string presetKind = "preset";

/// What is said of one field: the named check says more than the pattern and the lengths beside it.
void keepTheClearest(std::vector<form::Problem> &problems)
{
    const auto sameField = [](const form::Problem &left, const form::Problem &right) {
        return left.field == right.field && left.row == right.row && left.column == right.column;
    };
    const std::vector<form::Problem> all = problems;
    std::erase_if(problems, [&](const form::Problem &problem) {
        const bool general =
            problem.keyword == "pattern" || problem.keyword == "minLength" || problem.keyword == "maxLength";
        return general && std::any_of(all.begin(), all.end(), [&](const form::Problem &other) {
            return other.keyword == "format" && sameField(problem, other);
        });
    });
}

/// Where nobody has a name yet, a draft is called by its bundle alone. It stands in lists: the name is masked.
QString draftTitle(const QString &title, const QString &applicant)
{
    return applicant.isEmpty() ? title : title + QStringLiteral("  ") + applicant;
}

} // namespace

CaseSession::CaseSession(const DeskContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_unsaved(context.vault)
{
    connect(&m_unsaved, &UnsavedDrafts::saved, this, &CaseSession::noteSaved);
}

Result<Done> CaseSession::begin(const std::string &bundle, const std::vector<std::string> &ticked)
{
    m_draft = {};
    m_draft.bundle = bundle;
    m_draft.caseId = seal::makeId(m_context.clock);
    m_draft.formsDigest = m_context.formsDigest;
    m_draft.step = nameOf(Step::Tailor);
    const auto offered = ticked.empty() ? form::offeredMatters(*m_context.catalogue, bundle, {}) : ticked;
    if (auto composed = compose(bundle, offered, {}); !composed)
        return composed.failure();
    rebuild(Json::object());
    presetUsualValues({});
    m_kept = false;
    start();
    return Done{};
}

Result<Done> CaseSession::restore(const vault::Draft &draft)
{
    // Composed first: a draft that fails must not lend its name to the case that is open.
    if (auto composed = compose(draft.bundle, draft.ticked, draft.answers); !composed)
        return composed.failure();
    m_draft = draft;
    rebuild(draft.values);
    m_kept = true;
    start();
    return Done{};
}

void CaseSession::start()
{
    m_visited.clear();
    // What was typed before a restart has been left before: its problems show at once.
    for (const auto &[key, value] : m_form->values().items())
        m_visited.insert(key);
    m_allProblems = false;
    m_quiet.clear();
    m_filed = false;
    m_moreChanged = false;
    m_number.clear();
    m_savedAt.reset();
    m_beganAt = m_context.clock.now();
    m_open = true;
    Q_EMIT opened();
    Q_EMIT stepChanged(step());
}

void CaseSession::close()
{
    if (!m_open)
        return;
    if (m_unsaved.holds(caseId()))
        m_unsaved.keep(snapshot());
    m_open = false;
    m_form.reset();
    m_draft = {};
    m_composition = {};
    Q_EMIT closed();
}

void CaseSession::discard()
{
    if (m_kept)
        watch(m_context.vault.discardDraft(m_draft.caseId));
    close();
}

void CaseSession::markFiled(const QString &number)
{
    m_filed = true;
    m_number = number;
    m_draft.step = nameOf(Step::Receipt);
    Q_EMIT stepChanged(Step::Receipt);
}

Result<Done> CaseSession::compose(
    const std::string &bundle, const std::vector<std::string> &ticked, const form::Answers &answers)
{
    auto composed = form::composeForm(*m_context.catalogue, bundle, ticked, answers);
    if (!composed)
        return composed.failure();
    m_composition = std::move(composed->composition);
    m_form.emplace(std::move(composed->form), dayInChina(m_context.clock.now()));
    m_provided.clear();
    for (const form::ComposedField &field : m_composition.fields) {
        if (!field.providedBy.empty())
            m_provided.insert(field.key);
    }
    return Done{};
}

void CaseSession::rebuild(const Json &values)
{
    Json all = values;
    for (const auto &[situation, answer] : m_composition.answers)
        all[situationPrefix + situation] = answer;
    m_form->setValues(all);
}

void CaseSession::presetUsualValues(const std::vector<form::Offer> &declined)
{
    for (const form::Offer &offer : form::usualValues(*m_context.catalogue, m_composition, *m_form)) {
        if (std::find(declined.begin(), declined.end(), offer) != declined.end())
            continue;
        (void)m_form->set({offer.key, -1, {}}, offer.value);
        m_draft.sources[offer.key] = {{"kind", presetKind}, {"at", ""}};
    }
}

const catalogue::Bundle &CaseSession::bundle() const
{
    return *m_context.catalogue->bundle(m_draft.bundle);
}

QString CaseSession::title() const
{
    if (m_composition.ticked.size() == 1)
        return textOf(m_context.catalogue->matter(m_composition.ticked.front())->name, m_context.language);
    return textOf(bundle().name, m_context.language);
}

QString CaseSession::applicantName() const
{
    for (const form::ComposedSection &section : m_composition.sections) {
        for (const std::string &key : section.keys) {
            if (key.ends_with(nameSuffix) && m_form->isRelevant(key)) {
                const Json name = m_form->value(key);
                if (name.is_string())
                    return fromText(name.get_ref<const std::string &>());
            }
        }
    }
    return {};
}

vault::Draft CaseSession::snapshot() const
{
    vault::Draft draft = m_draft;
    draft.title = draftTitle(title(), maskedName(applicantName())).toStdString();
    draft.ticked = m_composition.ticked;
    draft.answers = m_composition.answers;
    draft.values = m_form->values();
    return draft;
}

Result<Done> CaseSession::setAnswer(const std::string &situation, const std::string &answer)
{
    form::Answers answers = m_composition.answers;
    if (answers[situation] == answer)
        return Done{};
    answers[situation] = answer;
    // What the old answers offered and nobody unticked follows the new answers.
    const auto before = form::offeredMatters(*m_context.catalogue, m_draft.bundle, m_composition.answers);
    const auto after = form::offeredMatters(*m_context.catalogue, m_draft.bundle, answers);
    std::vector<std::string> ticked = m_composition.ticked;
    const auto holds = [](const std::vector<std::string> &matters, const std::string &matter) {
        return std::find(matters.begin(), matters.end(), matter) != matters.end();
    };
    std::erase_if(
        ticked, [&](const std::string &matter) { return holds(before, matter) && !holds(after, matter); });
    for (const std::string &matter : after) {
        if (!holds(before, matter) && !holds(ticked, matter))
            ticked.push_back(matter);
    }
    if (ticked.empty())
        ticked = m_composition.ticked;
    return recompose(ticked, answers);
}

bool CaseSession::isTicked(const std::string &matter) const
{
    return std::find(m_composition.ticked.begin(), m_composition.ticked.end(), matter)
        != m_composition.ticked.end();
}

Result<Done> CaseSession::setTicked(const std::string &matter, bool ticked)
{
    if (isTicked(matter) == ticked)
        return Done{};
    std::vector<std::string> matters = m_composition.ticked;
    if (ticked)
        matters.push_back(matter);
    else
        std::erase(matters, matter);
    // An empty list would mean all of them: the last tick stays.
    if (matters.empty())
        return Failure{"compose.nothing-ticked"};
    return recompose(matters, m_composition.answers);
}

Result<Done> CaseSession::recompose(const std::vector<std::string> &ticked, const form::Answers &answers)
{
    const Json values = m_form->values();
    // Offered already and empty all the same: the clerk took it out.
    const auto declined = form::usualValues(*m_context.catalogue, m_composition, *m_form);
    if (auto composed = compose(m_draft.bundle, ticked, answers); !composed)
        return composed.failure();
    rebuild(values);
    presetUsualValues(declined);
    journalWhole();
    Q_EMIT recomposed();
    return Done{};
}

void CaseSession::put(const form::ValuePath &path, const Json &value, const ValueSource &source)
{
    form::Changes changes = m_form->set(path, value);
    m_moreChanged = m_moreChanged || sourceOf(path.key) != source;
    if (source.kind.empty())
        m_draft.sources.erase(path.key);
    else
        m_draft.sources[path.key] = {{"kind", source.kind}, {"at", source.at}};
    // What nobody typed is not in its editor yet.
    if (!source.kind.empty())
        changes.filled.push_back(path.key);
    Q_EMIT changed(changes);
    if (!changes.added.empty() || !changes.removed.empty())
        Q_EMIT problemsChanged();
}

void CaseSession::takeOffers(const std::string &key)
{
    for (const form::Offer &offer :
        form::offersOf(*m_context.catalogue, m_composition, key, m_form->values())) {
        const bool free = m_form->value(offer.key).is_null() || sourceOf(offer.key).kind == derivedKind;
        if (free && m_form->value(offer.key) != offer.value) {
            put({offer.key, -1, {}}, offer.value, {derivedKind, {}});
            m_moreChanged = true;
        }
    }
}

void CaseSession::setValue(const form::ValuePath &path, const Json &value, const ValueSource &source)
{
    put(path, value, source);
    // Right again: from here on this field is as quiet as a fresh one.
    if (m_quiet.empty() && path.key == m_draft.focusedKey && shownProblems(path.key).empty())
        m_quiet = path.key;
    takeOffers(path.key);
    Q_EMIT progressChanged();
}

void CaseSession::enterField(const std::string &key)
{
    const bool moved = m_draft.focusedKey != key;
    m_draft.focusedKey = key;
    m_quiet = shownProblems(key).empty() ? key : std::string();
    // Come here by another way than from field to field: only the place changed.
    if (moved && m_kept && !m_filed)
        journal({m_draft.caseId, {}, {}, m_draft.step, key});
}

void CaseSession::leaveField(const form::ValuePath &path, const std::string &next)
{
    if (!m_open || m_filed)
        return;
    m_visited.insert(path.key);
    m_quiet.clear();
    m_draft.focusedKey = next;
    vault::FieldEdit edit{m_draft.caseId, path, m_form->value(path.key), m_draft.step, m_draft.focusedKey};
    // A cell is journalled with its whole group: rows come and go between two cells.
    edit.path = {path.key, -1, {}};
    if (m_moreChanged)
        journalWhole();
    else
        journal(edit);
    Q_EMIT problemsChanged();
}

void CaseSession::setMaterial(const std::string &material, const Json &references)
{
    setValue({material, -1, {}}, references.empty() ? Json() : references);
    leaveField({material, -1, {}}, m_draft.focusedKey);
    Q_EMIT materialsChanged();
}

void CaseSession::attest(const std::string &material, Attestation attestation)
{
    if (attestation == Attestation::OriginalSeen)
        m_draft.sources[material] = {{"kind", vault::attestedKind}, {"at", toText(m_context.clock.now())}};
    else
        m_draft.sources.erase(material);
    journalWhole();
    Q_EMIT materialsChanged();
}

bool CaseSession::isAttested(const std::string &material) const
{
    return sourceOf(material).kind == vault::attestedKind;
}

MaterialCounts CaseSession::materialCounts() const
{
    MaterialCounts counts;
    for (const form::ComposedMaterial &material : m_composition.materials) {
        const bool inside = material.source == form::MaterialSource::Generated
            || material.source == form::MaterialSource::Produced;
        if (inside)
            ++counts.inside;
        else if (m_form->values().contains(material.id))
            ++counts.ready;
        else if (material.need == form::Need::Required)
            ++counts.missing;
        else if (material.need == form::Need::Tolerable)
            ++counts.later;
    }
    return counts;
}

void CaseSession::journal(const vault::FieldEdit &edit)
{
    if (!m_kept || m_unsaved.holds(m_draft.caseId))
        journalWhole(); // a field alone would leave out those that could not be saved before it
    else
        watch(m_context.vault.saveField(edit));
}

void CaseSession::journalWhole()
{
    if (m_filed)
        return;
    m_kept = true;
    m_moreChanged = false;
    watch(m_context.vault.saveDraft(snapshot()));
}

void CaseSession::watch(const vault::Promised<Done> &saving)
{
    whenReady(saving, this, [this, caseId = m_draft.caseId](const Result<Done> &done) {
        if (done) {
            noteSaved(caseId);
        } else if (m_open && m_draft.caseId == caseId && !m_filed) {
            m_unsaved.keep(snapshot());
            Q_EMIT saveFailed(done.failure());
        }
    });
}

void CaseSession::noteSaved(const std::string &caseId)
{
    m_unsaved.forget(caseId);
    if (!m_open || m_draft.caseId != caseId)
        return;
    m_savedAt = m_context.clock.now();
    Q_EMIT saved();
}

ValueSource CaseSession::sourceOf(const std::string &key) const
{
    const auto found = m_draft.sources.find(key);
    if (found == m_draft.sources.end())
        return {};
    return {found->value("kind", std::string()), found->value("at", std::string())};
}

void CaseSession::showAllProblems()
{
    if (m_allProblems)
        return;
    m_allProblems = true;
    m_quiet.clear();
    Q_EMIT problemsShown();
    Q_EMIT problemsChanged();
}

bool CaseSession::showsProblemsOf(const std::string &key) const
{
    return key != m_quiet && (m_allProblems || m_visited.contains(key));
}

std::vector<form::Problem> CaseSession::shownProblems(const std::string &key) const
{
    if (!showsProblemsOf(key))
        return {};
    std::vector<form::Problem> problems = m_form->problemsOf(key);
    // An empty field is no mistake before the clerk asks for the check: they may come back to it.
    if (!m_allProblems)
        std::erase_if(problems, [](const form::Problem &problem) { return problem.keyword == "required"; });
    keepTheClearest(problems);
    return problems;
}

std::vector<form::Problem> CaseSession::shownProblems() const
{
    std::vector<form::Problem> problems = m_form->problems();
    std::erase_if(problems, [this](const form::Problem &problem) {
        return !showsProblemsOf(problem.field) || (!m_allProblems && problem.keyword == "required");
    });
    keepTheClearest(problems);
    return problems;
}

QString CaseSession::wordsOf(const form::Problem &problem) const
{
    return fromText(m_context.catalogue->message(problem.messageKey, problem.arguments, m_context.language));
}

bool CaseSession::isAsked(const std::string &key) const
{
    return m_form->isRelevant(key) && !m_provided.contains(key);
}

Progress CaseSession::progress() const
{
    Progress all;
    for (std::size_t section = 0; section < m_composition.sections.size(); ++section) {
        const Progress part = progressOf(section);
        all.done += part.done;
        all.whole += part.whole;
    }
    return all;
}

Progress CaseSession::progressOf(std::size_t section) const
{
    Progress progress;
    for (const std::string &key : m_composition.sections[section].keys) {
        if (!isAsked(key))
            continue;
        ++progress.whole;
        if (m_form->values().contains(key))
            ++progress.done;
    }
    return progress;
}

std::vector<std::string> CaseSession::visibleKeys(std::size_t section) const
{
    std::vector<std::string> keys;
    for (const std::string &key : m_composition.sections[section].keys) {
        if (m_form->isRelevant(key))
            keys.push_back(key);
    }
    return keys;
}

void CaseSession::setStep(Step step)
{
    if (m_draft.step == nameOf(step))
        return;
    m_draft.step = nameOf(step);
    if (m_open && !m_filed && step != Step::Find)
        journalWhole();
    Q_EMIT stepChanged(step);
}

} // namespace quanke::desk
