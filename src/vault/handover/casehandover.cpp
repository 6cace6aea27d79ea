#include "vault/handover/casehandover.h"

#include "core/casework/filereference.h"
#include "platform/durablefile.h"
#include "seal/random.h"
#include "seal/stream.h"
#include "vault/sealedfile.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <utility>

namespace quanke::vault {

namespace {

using Standing = DraftStore::Standing;

/// Whoever handed the case on has seen its originals; who goes on with it has not.
void forgetWhoSawOriginals(Draft &draft)
{
    for (auto source = draft.sources.begin(); source != draft.sources.end();) {
        const bool isTheirs = source->is_object() && source->value("kind", Json()) == attestedKind;
        source = isTheirs ? draft.sources.erase(source) : std::next(source);
    }
}

Result<Draft> draftOf(const handover::Contents &contents)
{
    const Failure damaged{"handover.damaged", Json::object(), "draft"};
    try {
        auto draft = draftFromJson(contents.caseId, contents.draft, {});
        if (!draft.values.is_object() || !draft.sources.is_object()) {
            return damaged;
        }
        draft.handings = contents.handings;
        forgetWhoSawOriginals(draft);
        return draft;
    } catch (const Json::exception &) { // a member of another kind
        return damaged;
    }
}

/// Where a clerk stands in the form is no part of what is given: leaving a field for a dialog moves it.
Json withoutPlace(Json draft)
{
    draft.erase("step");
    draft.erase("focusedKey");
    return draft;
}

} // namespace

CaseHandover::CaseHandover(Database &database, Keyring &keyring, DeskStore &desk, DraftStore &drafts,
    DocumentStore &documents, const Clock &clock, const seal::PasswordCost &cost)
    : m_database(database)
    , m_keyring(keyring)
    , m_desk(desk)
    , m_drafts(drafts)
    , m_documents(documents)
    , m_clock(clock)
    , m_cost(cost)
{
}

Result<CaseHandover::Outgoing> CaseHandover::prepare(const Giving &giving)
{
    if (auto open = m_drafts.refuseClosed(giving.caseId); !open) {
        return open.failure();
    }
    if (QFileInfo::exists(giving.file)) {
        return Failure{"handover.exists"};
    }
    auto contents = contentsOf(giving);
    return contents
        ? Result<Outgoing>(Outgoing{std::move(*contents), m_cost, std::string(m_keyring.suite().name())})
        : contents.failure();
}

Result<std::string> CaseHandover::enclosed(const std::string &caseId, const handover::Enclosure &document)
{
    const auto bytes = m_documents.read(caseId, document.sha256);
    return bytes ? Result<std::string>(bytes->toStdString()) : bytes.failure();
}

Result<HandedOver> CaseHandover::close(const Giving &giving, const handover::Contents &written)
{
    const auto path = pathOf(giving.file);
    if (const auto same = refuseChanged(giving, written); !same) {
        static_cast<void>(platform::removeFile(path));
        return same.failure();
    }
    const auto &handing = written.handings.back();
    const auto name = QFileInfo(giving.file).fileName();
    const auto marked = m_drafts.setHandedOver(
        giving.caseId, {{"handing", handover::toJson(handing)}, {"file", name.toStdString()}});
    if (!marked) {
        if (DocumentStore::isTakenBack(marked.failure())) {
            static_cast<void>(
                platform::removeFile(path)); // it was not handed over; what is left takes the password
        }
        return marked.failure();
    }
    return HandedOver{handing, name, written.number};
}

/// What the file says is what the case still says.
Result<Done> CaseHandover::refuseChanged(const Giving &giving, const handover::Contents &written)
{
    if (auto open = m_drafts.refuseClosed(giving.caseId); !open) {
        return open;
    }
    const auto now = contentsOf(giving);
    if (!now) {
        return now.failure();
    }
    const bool isTheSame =
        withoutPlace(now->draft) == withoutPlace(written.draft) && now->documents == written.documents;
    return isTheSame ? Result<Done>(Done{}) : Failure{"handover.changed"};
}

Result<handover::Contents> CaseHandover::contentsOf(const Giving &giving)
{
    const auto draft = m_drafts.load(giving.caseId);
    const auto documents = draft ? m_documents.list(giving.caseId) : draft.failure();
    const auto device = documents ? m_desk.deviceId() : documents.failure();
    const auto number = device ? m_desk.caseNumber(giving.caseId) : device.failure();
    if (!number) {
        return number.failure();
    }
    handover::Contents contents{giving.caseId, *number, toJson(*draft), {}, draft->handings};
    const auto named = casework::filesIn(draft->values); // what was taken away lies here still, and stays
    for (const auto &[sha256, size, meta, uploaded] : *documents) {
        if (std::ranges::find(named, sha256, &casework::FileReference::sha256) != named.end()) {
            contents.documents.push_back({sha256, size, meta.mediaType, meta.name, meta.pages});
        }
    }
    contents.handings.push_back({seal::makeId(m_clock), m_keyring.operatorName(), giving.displayName,
        giving.window, *device, toText(m_clock.now())});
    return contents;
}

Result<std::optional<HandedOver>> CaseHandover::handedOver(const std::string &caseId)
{
    const auto told = m_drafts.handedOver(caseId);
    if (!told) {
        return told.failure();
    }
    if (told->is_null()) {
        return std::optional<HandedOver>();
    }
    const auto handing = handover::handingFromJson(told->value("handing", Json()));
    const auto number = handing ? m_desk.caseNumber(caseId) : handing.failure();
    if (!number) {
        return number.failure();
    }
    return std::optional(
        HandedOver{*handing, QString::fromStdString(told->value("file", std::string())), *number});
}

Result<Done> CaseHandover::takeBack(const std::string &caseId)
{
    const auto standing = m_drafts.standing(caseId);
    if (!standing) {
        return standing.failure();
    }
    return *standing == Standing::HandedOver ? m_drafts.setHandedOver(caseId, nullptr)
                                             : Result<Done>(Failure{"vault.wrong-state"});
}

Result<Done> CaseHandover::refuseLocked() const
{
    const auto key = m_keyring.activeKey();
    return key ? Result<Done>(Done{}) : key.failure();
}

Result<CaseHandover::Incoming> CaseHandover::expect(const handover::Contents &contents)
{
    auto draft = draftOf(contents);
    const auto isNew = draft ? refuseKnown(contents) : draft.failure();
    return isNew ? Result<Incoming>(Incoming{contents, std::move(*draft), m_keyring.operatorName(), {}})
                 : isNew.failure();
}

/// What one clerk's key has sealed is nothing that the next one could read.
Result<Done> CaseHandover::refuseAnother(const Incoming &incoming) const
{
    return m_keyring.operatorName() == incoming.taker ? Result<Done>(Done{}) : Failure{"vault.locked"};
}

Result<Done> CaseHandover::place(
    Incoming &incoming, const handover::Enclosure &document, std::string_view bytes)
{
    if (auto same = refuseAnother(incoming); !same) {
        return same;
    }
    auto placed = m_documents.place(
        incoming.contents.caseId, seal::sourceOf(bytes), {document.mediaType, document.name, document.pages});
    if (!placed) {
        return placed.failure();
    }
    incoming.placed.push_back(std::move(*placed));
    return Done{};
}

Result<TakenOver> CaseHandover::keep(Incoming &incoming)
{
    incoming.draft.updatedAt = toText(m_clock.now());
    // Something else may have been done to the case while the file was read, and by somebody else.
    const auto same = refuseAnother(incoming);
    const auto isNew = same ? refuseKnown(incoming.contents) : same;
    if (!isNew) {
        drop(incoming);
        return isNew.failure();
    }
    const auto kept = keepAtOnce(incoming);
    if (!kept) {
        if (DocumentStore::isTakenBack(kept.failure())) {
            drop(incoming);
        }
        return kept.failure();
    }
    return TakenOver{incoming.contents.caseId, incoming.contents.handings.back()};
}

/// A case that is here is never written over, but for one that was handed over and has come back.
Result<Done> CaseHandover::refuseKnown(const handover::Contents &contents)
{
    const auto standing = m_drafts.standing(contents.caseId);
    if (!standing) {
        return standing.failure();
    }
    switch (*standing) {
    case Standing::Absent:
        return Done{};
    case Standing::OfAnother:
        return Failure{"handover.other-operator"};
    case Standing::Open:
        return Failure{"handover.here", {{"case", contents.caseId}}};
    case Standing::Filed:
        return Failure{"handover.pushed"};
    case Standing::HandedOver:
        break;
    }
    const auto gone = handedOver(contents.caseId);
    if (!gone || !*gone) {
        return gone ? Failure{"vault.wrong-state"} : gone.failure();
    }
    const auto &known = (*gone)->handing.id;
    if (contents.handings.back().id == known) {
        return Failure{"handover.own"};
    }
    const bool followed =
        std::ranges::find(contents.handings, known, &handover::Handing::id) != contents.handings.end();
    return followed ? Result<Done>(Done{}) : Failure{"handover.older"};
}

Result<Done> CaseHandover::keepAtOnce(const Incoming &incoming)
{
    const auto &contents = incoming.contents;
    if (const auto key = m_keyring.caseKeyOrNew(contents.caseId); !key) {
        return key.failure();
    }
    std::vector<DocumentStore::Placed> surplus; // that the case held before it was handed over
    auto kept = m_database.inTransaction([&]() -> Result<Done> {
        surplus.clear();
        for (const auto &document : incoming.placed) {
            const auto entered = m_documents.enter(contents.caseId, document);
            if (!entered) {
                return entered.failure();
            }
            if (!*entered) {
                surplus.push_back(document);
            }
        }
        const auto numbered = m_desk.keepCaseNumber(contents.caseId, contents.number);
        return numbered ? m_drafts.put(incoming.draft) : numbered;
    });
    if (kept) {
        clear(surplus);
    }
    return kept;
}

void CaseHandover::drop(const Incoming &incoming)
{
    clear(incoming.placed);
}

/// Files that no row names. What cannot be removed goes with the next start (DocumentStore::removeOrphans).
void CaseHandover::clear(const std::vector<DocumentStore::Placed> &placed)
{
    for (const auto &document : placed) {
        static_cast<void>(m_documents.removePlaced(document));
    }
}

} // namespace quanke::vault
