#include "vault/store.h"

namespace quanke::vault {

Result<Enrolment> Store::enrol(
    const wire::SignedInOperator &person, std::string_view password, std::string_view previous)
{
    auto enrolled = m_database->inTransaction([&]() -> Result<Enrolment> {
        auto done = operators.enrol(person, password, previous);
        traces.begin(person);
        const auto told = done ? traces.append(trace::act::signIn) : done.failure();
        return told ? done : told.failure();
    });
    if (!enrolled) {
        keyring.forget(); // nobody works here without its line
    }
    m_lockedBy.clear();
    return enrolled;
}

/// Not in one transaction: a try counts whatever becomes of it.
Result<wire::SignedInOperator> Store::unlock(const std::string &name, std::string_view password)
{
    auto person = operators.unlock(name, password);
    return person ? begin(std::move(*person)) : tellWrong(name, person.failure());
}

Failure Store::tellWrong(const std::string &name, const Failure &failure)
{
    const bool isWrong = failure.key == "vault.wrong-password" || failure.key == "vault.locked-out";
    const auto told = isWrong
        ? traces.append({.act = trace::act::unlockRefused, .actor = name, .outcome = failure.key})
        : Result<Done>(Done{});
    return told ? failure : told.failure();
}

/// Their key is open.
Result<wire::SignedInOperator> Store::begin(wire::SignedInOperator person)
{
    traces.begin(person);
    const auto *act = m_lockedBy == person.name ? trace::act::unlock : trace::act::signIn;
    if (auto told = traces.append(act); !told) {
        static_cast<void>(lock());
        return told.failure();
    }
    m_lockedBy.clear();
    return person;
}

Result<wire::SignedInOperator> Store::signInOffline(const std::string &name, std::string_view password)
{
    auto person = operators.unlock(name, password);
    if (!person) {
        return tellWrong(name, person.failure());
    }
    auto roles = tickets.roles();
    if (!roles) {
        keyring.forget();
        const auto told =
            traces.append({.act = trace::act::signInRefused, .actor = name, .outcome = roles.failure().key});
        return told ? roles.failure() : told.failure();
    }
    person->roles = std::move(*roles);
    return begin(std::move(*person));
}

/// Neither must fail, so that their lines come first and hold up nothing.
Result<Done> Store::lock()
{
    auto told = keyring.isOpen() ? traces.append(trace::act::lock) : Result<Done>(Done{});
    m_lockedBy = keyring.isOpen() ? keyring.operatorName() : m_lockedBy;
    const auto departing = outbox.departingCases();
    keyring.lock(departing ? *departing : std::set<std::string>());
    return departing ? told : departing.failure();
}

Result<Done> Store::forget()
{
    const bool isSomebody = keyring.isOpen() || !m_lockedBy.empty();
    auto told = isSomebody ? traces.append(trace::act::signOut) : Result<Done>(Done{});
    m_lockedBy.clear();
    keyring.forget();
    return told;
}

/// Told before it is done, since what is done has a file of its own to take back; and what came of it where it failed.
template <class T>
Result<T> Store::toldOutcome(const char *act, const std::string &caseId, Result<T> outcome)
{
    if (!outcome) {
        const auto told = traces.append({.act = act, .caseId = caseId, .outcome = outcome.failure().key});
        return told ? outcome : told.failure();
    }
    return outcome;
}

Result<CaseHandover::Outgoing> Store::prepare(const Giving &giving)
{
    auto outgoing = handover.prepare(giving);
    const auto told = outgoing ? traces.append(trace::act::giveCase, giving.caseId) : outgoing.failure();
    return told ? std::move(outgoing) : told.failure();
}

Result<HandedOver> Store::close(const Giving &giving, const Result<handover::Contents> &written)
{
    return toldOutcome(trace::act::giveCase, giving.caseId,
        written ? handover.close(giving, *written) : Result<HandedOver>(written.failure()));
}

Result<TakenOver> Store::keep(CaseHandover::Incoming &incoming)
{
    const auto caseId = incoming.contents.caseId;
    if (const auto told = traces.append(trace::act::takeOverCase, caseId); !told) {
        handover.drop(incoming);
        return told.failure();
    }
    return toldOutcome(trace::act::takeOverCase, caseId, handover.keep(incoming));
}

template <class Work>
Result<Done> Store::withLine(const trace::Entry &entry, Work work)
{
    return m_database->inTransaction([&]() -> Result<Done> {
        auto done = work();
        return done ? traces.append(entry) : done;
    });
}

Result<Done> Store::takeBack(const std::string &operationId)
{
    const trace::Entry entry{.act = trace::act::takeBack, .operation = operationId};
    return settle(operationId, withLine(entry, [&] { return outbox.takeBack(operationId); }));
}

Result<Done> Store::takeBackCase(const std::string &caseId)
{
    const trace::Entry entry{.act = trace::act::takeBackCase, .caseId = caseId};
    return withLine(entry, [&] { return handover.takeBack(caseId); });
}

/// Its file goes with it, so that the line comes first.
Result<Done> Store::removeDocument(const std::string &caseId, const std::string &sha256)
{
    if (auto open = drafts.refuseClosed(caseId); !open) {
        return open;
    }
    auto told = traces.append({.act = trace::act::removeDocument, .caseId = caseId, .document = sha256});
    return told ? toldOutcome(trace::act::removeDocument, caseId, documents.remove(caseId, sha256)) : told;
}

Result<Done> Store::copyAside(const spool::Aside &aside, const std::filesystem::path &folder)
{
    auto told = traces.append(trace::act::copyAside);
    return told ? toldOutcome(trace::act::copyAside, {}, spool::copyTo(aside, folder)) : told;
}

Result<Done> Store::settleAside(const spool::Aside &aside)
{
    auto told = traces.append(trace::act::settleAside);
    return told ? toldOutcome(trace::act::settleAside, {}, spool::settle(aside)) : told;
}

/// Its line before all, then files: with the key gone they would still be bytes that somebody pays for. A crash in
/// between leaves a case that says its documents are damaged, and can be discarded again.
Result<Done> Store::discard(const std::string &caseId)
{
    if (const auto key = keyring.caseKey(caseId); !key && key.failure().key != "vault.separated") {
        return key.failure();
    }
    const auto held = outbox.holds(caseId);
    if (!held) {
        return held.failure();
    }
    if (*held) {
        return Failure{"vault.filed", {}, {}};
    }
    if (auto told = traces.append(trace::act::wipeCase, caseId); !told) {
        return told;
    }
    auto removed = documents.removeFiles(caseId);
    auto destroyed = removed ? m_database->inTransaction([&] { return keyring.destroy(caseId); }) : removed;
    destroyed = toldOutcome(trace::act::wipeCase, caseId, std::move(destroyed));
    return destroyed ? m_database->scrub() : destroyed;
}

/// Whoever writes it has it before them, and may read it again though the disk is full by then.
Result<Done> Store::saveDraft(const Draft &draft)
{
    const auto told = keyring.isOpen() ? traces.viewCase(draft.caseId, trace::handling) : Done{};
    return told ? drafts.save(draft) : told;
}

Result<Draft> Store::openDraft(const std::string &caseId)
{
    auto draft = drafts.load(caseId);
    const auto told = draft ? traces.viewCase(caseId, trace::handling) : draft.failure();
    return told ? draft : told.failure();
}

Result<std::vector<std::string>> Store::casesOfPerson(const std::string &idNumber)
{
    auto found = persons.casesOf(idNumber);
    const auto told =
        found ? traces.append({.act = trace::act::searchCases, .count = found->size()}) : found.failure();
    return told ? found : told.failure();
}

Result<QByteArray> Store::showDocument(const std::string &caseId, const std::string &sha256)
{
    auto bytes = documents.read(caseId, sha256);
    const auto told = bytes ? traces.viewDocument(caseId, sha256) : bytes.failure();
    return told ? bytes : told.failure();
}

} // namespace quanke::vault
