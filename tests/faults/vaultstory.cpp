#include "faults/vaultstory.h"

#include "platform/systemclock.h"
#include "seal/digest.h"
#include "spool/contents.h"
#include "vault/vault.h"

/// The recorder's, where it is preloaded.
extern "C" [[gnu::weak]] void quankeRecordPromise(const char *text);

namespace quanke::faults {

namespace {

const std::string kept = "0193a001-0000-7000-8000-000000000001";
const std::string thrownAway = "0193a001-0000-7000-8000-000000000002";
constexpr int keys = 20;
constexpr int operations = 40;
constexpr int mostAttempts = 3;

/// How much there is of each thing.
struct Measure {
    int fields = 150;
    int fieldsToADocument = 15;
    int operations = faults::operations;
};
constexpr Measure shortMeasure{4, 3, 3};

/// Some are long, so that a commit is many writes.
std::string textNumbered(int number)
{
    std::string text(number % 3 == 0 ? 12'000 : 20, char('a' + number % 26));
    return text;
}

std::string caseNumbered(int number)
{
    return "0193a001-0000-7000-8000-0000000001" + std::to_string(10 + number);
}

vault::VaultSetup setupIn(const QString &folder, const Clock &clock)
{
    vault::VaultSetup setup;
    setup.folder = folder + QStringLiteral("/vault");
    setup.clock = &clock;
    setup.passwordCost = seal::cheapestCost;
    return setup;
}

seal::SecretBytes password()
{
    return seal::SecretBytes::copyOf("correct horse");
}

void promise(const std::string &kind, const Json &what)
{
    if (quankeRecordPromise) {
        quankeRecordPromise(canonicalText({{"kind", kind}, {"what", what}}).c_str());
    }
}

vault::Draft draftOf(const std::string &caseId)
{
    vault::Draft draft;
    draft.caseId = caseId;
    draft.values = {{"count", 0}};
    return draft;
}

/// A story told to the vault, step by step; what cannot be done at all ends it.
class Teller {
public:
    Teller(const QString &folder, const Measure &measure)
        : m_folder(folder)
        , m_measure(measure)
    {
    }

    bool tell() { return begin() && fill() && file() && throwAway(); }

private:
    bool begin()
    {
        const auto enrol = [this] {
            return m_vault->enrol({"wangxm", "王小满", {"clerk"}, {}, "hall"}, password())
                .result()
                .
                operator bool();
        };
        reopen();
        if (!persist(enrol)) {
            return false;
        }
        m_isEnrolled = true;
        promise("enrolled", true);
        const auto gateway = seal::makeSodiumSuite()->makeSealingPair();
        const auto tellKey = [&] { return bool(m_vault->keepGatewayKey(gateway.publicKey).result()); };
        return persist(tellKey)
            && persist([this] { return bool(m_vault->saveDraft(draftOf(kept)).result()); });
    }

    bool fill()
    {
        for (int count = 1; count <= m_measure.fields; ++count) {
            const auto key = "key/" + std::to_string(count % keys);
            const auto leave = [&] {
                return m_vault->saveField({kept, {key, -1, {}}, textNumbered(count), "fill", key}).result()
                    && m_vault->saveField({kept, {"count", -1, {}}, count, "fill", key}).result();
            };
            if (!persist(leave)) {
                return false;
            }
            promise("field", count);
            const int every = m_measure.fieldsToADocument;
            if (count % every == 0 && !store(QByteArray(count * count * 4, char('a' + count / every)))) {
                return false;
            }
        }
        return true;
    }

    bool store(const QByteArray &bytes)
    {
        return persist([&] {
            const auto stored = m_vault->storeDocument(kept, bytes, {"image/png", "scan.png", 1}).result();
            if (stored) {
                promise("document", {{"sha256", stored->sha256}, {"size", bytes.size()}});
            }
            return bool(stored);
        });
    }

    bool file()
    {
        for (int number = 0; number < m_measure.operations; ++number) {
            std::optional<casework::Operation> operation;
            const auto enqueue = [&] {
                vault::NewOperation wanted;
                wanted.kind = "case.note";
                wanted.caseId = caseNumbered(number);
                wanted.body = {{"text", textNumbered(number)}};
                const auto queued = m_vault->enqueue(wanted).result();
                if (queued) {
                    operation = *queued;
                }
                return bool(queued);
            };
            if (!persist(enqueue)) {
                return false;
            }
            promise("filed", {{"id", operation->id}, {"sequence", operation->sequence}});
            const auto copies = m_vault->copies().result();
            if (copies && copies->spooled == copies->unsent) {
                promise("spooled", operation->id);
            }
            if (number % 4 != 0 && !deliver(*operation)) {
                return false;
            }
        }
        return true;
    }

    bool deliver(const casework::Operation &operation)
    {
        const wire::Receipt receipt{operation.id, seal::sha256(casework::bytesOf(operation)), "durable",
            toText(m_clock.now()), operation.sequence, {}};
        promise("delivering", operation.id);
        const bool done = persist([&] {
            return m_vault->markSent(operation.id).result()
                && m_vault->keepReceipt(operation.id, receipt).result();
        });
        if (done) {
            promise("delivered", operation.id);
        }
        return done;
    }

    bool throwAway()
    {
        const auto begun = [this] {
            return m_vault->saveDraft(draftOf(thrownAway)).result()
                && m_vault->storeDocument(thrownAway, QByteArray(3000, 'x'), {"image/png", "x.png", 1})
                       .result();
        };
        const auto discarded = [this] {
            const auto done = m_vault->discardDraft(thrownAway).result();
            return done || done.failure().key == "vault.unknown-case";
        };
        if (!persist(begun) || !persist(discarded)) {
            return false;
        }
        promise("discarded", true);
        return true;
    }

    template <class Act>
    bool persist(Act act)
    {
        for (int attempt = 0; attempt < mostAttempts; ++attempt) {
            if (act()) {
                return true;
            }
            if (attempt > 0) {
                reopen();
            }
        }
        return false;
    }

    /// As by ending the desk and starting it again.
    void reopen()
    {
        m_vault.reset();
        m_vault = std::make_unique<vault::Vault>(setupIn(m_folder, m_clock));
        const bool isOpen = bool(m_vault->open().result());
        if (isOpen && m_isEnrolled) {
            static_cast<void>(m_vault->unlock("wangxm", password()).result()); // the next attempt will tell
        }
    }

    platform::SystemClock m_clock;
    QString m_folder;
    Measure m_measure;
    std::unique_ptr<vault::Vault> m_vault;
    bool m_isEnrolled = false;
};

/// Every document that is listed can be read, and those that were promised are listed.
QString brokenDocuments(vault::Vault &vault, const std::map<std::string, int> &promised)
{
    const auto listed = vault.documents(kept).result();
    if (!listed) {
        return promised.empty() ? QString() : failed("document", listed.failure());
    }
    std::set<std::string> found;
    for (const vault::StoredDocument &document : *listed) {
        const auto bytes = vault.readDocument(kept, document.sha256).result();
        if (!bytes) {
            return failed("document", bytes.failure());
        }
        found.insert(document.sha256);
    }
    for (const auto &[sha256, size] : promised) {
        if (!found.contains(sha256)) {
            return QStringLiteral("document: gone");
        }
    }
    return {};
}

/// The field that was left is there, with its text.
QString brokenDraft(vault::Vault &vault, int left)
{
    const auto draft = vault.draft(kept).result();
    if (!draft) {
        return failed("field", draft.failure());
    }
    const int count = draft->values.value("count", -1);
    const auto key = "key/" + std::to_string(left % keys);
    const bool isThere = count == left || count == left + 1;
    return isThere && draft->values.value(key, std::string()) == textNumbered(left)
        ? QString()
        : QStringLiteral("field: %1 was left, %2 is here").arg(left).arg(count);
}

/// Ids of what can be read in the spool, as a machine that has nothing but it reads them.
std::set<std::string> spooled(const QString &folder)
{
    std::set<std::string> ids;
    const auto contents = spool::contentsOf(folder.toStdString() + "/vault/spool");
    if (contents) {
        for (const auto &found : contents->records) {
            ids.insert(found.record.label.operation);
        }
    }
    return ids;
}

/// Every operation stands in a case of its own, so all that waits may leave at once and shows its bytes.
QString brokenChain(vault::Vault &vault, std::uint64_t lastPromised)
{
    vault::NewOperation next;
    next.kind = "case.note";
    next.caseId = caseNumbered(operations);
    next.body = {{"text", "after the power cut"}};
    const auto added = vault.enqueue(next).result();
    const auto outgoing = vault.outgoing("wangxm").result();
    if (!added || !outgoing) {
        return failed("operation", added ? outgoing.failure() : added.failure());
    }
    if (added->sequence <= lastPromised) {
        return QStringLiteral("operation: number %1 is given twice").arg(added->sequence);
    }
    std::map<std::uint64_t, std::pair<std::string, std::string>> chain; // digest and the one before
    for (const vault::Outgoing &one : *outgoing) {
        const auto json = parseJson(one.bytes);
        chain[json->at("sequence")] = {seal::sha256(one.bytes), json->at("previous")};
    }
    for (const auto &[sequence, link] : chain) {
        const auto before = chain.find(sequence - 1);
        if (before != chain.end() && before->second.first != link.second) {
            return QStringLiteral("operation: the chain is broken at %1").arg(sequence);
        }
    }
    return {};
}

} // namespace

StoryEnd tellVaultStory(const QString &folder, StoryLength length)
{
    const Measure measure = length == StoryLength::Short ? shortMeasure : Measure();
    return Teller(folder, measure).tell() ? StoryEnd::Told : StoryEnd::GivenUp;
}

QString vaultStoryProgram()
{
    return QStringLiteral(QUANKE_BINARY_DIR "/tests/faults_vault_story");
}

bool openVault(const QString &folder)
{
    const platform::SystemClock clock;
    return bool(vault::Vault(setupIn(folder, clock)).open().result());
}

void VaultPromises::take(const std::string &words)
{
    const auto json = parseJson(words);
    const std::string kind = json->at("kind");
    const Json &what = json->at("what");
    ++m_count;
    if (kind == "enrolled") {
        m_enrolled = true;
    } else if (kind == "field") {
        m_field = what.get<int>();
    } else if (kind == "document") {
        m_documents[what["sha256"]] = what["size"];
    } else if (kind == "filed") {
        m_lastFiled = what["id"];
        m_filed[m_lastFiled] = what["sequence"];
    } else if (kind == "spooled") {
        m_spooled.insert(what);
    } else if (kind == "delivering") {
        m_delivering.insert(what);
    } else if (kind == "delivered") {
        m_delivered.insert(what);
    } else {
        m_discarded = true;
    }
}

QString VaultPromises::broken(const QString &folder) const
{
    if (QString spool = brokenSpool(folder); !spool.isEmpty()) {
        return spool;
    }
    const platform::SystemClock clock;
    vault::Vault vault(setupIn(folder, clock));
    if (const auto opened = vault.open().result(); !opened) {
        return failed("opening", opened.failure());
    }
    if (!m_enrolled) {
        return {};
    }
    if (const auto unlocked = vault.unlock("wangxm", password()).result(); !unlocked) {
        return failed("unlocking", unlocked.failure());
    }
    if (QString draft = m_field ? brokenDraft(vault, *m_field) : QString(); !draft.isEmpty()) {
        return draft;
    }
    if (QString documents = brokenDocuments(vault, m_documents); !documents.isEmpty()) {
        return documents;
    }
    if (QString outbox = brokenOutbox(vault); !outbox.isEmpty()) {
        return outbox;
    }
    const auto thrown = vault.draft(thrownAway).result();
    if (m_discarded && (thrown || thrown.failure().key != "vault.unknown-case")) {
        return QStringLiteral("draft: what was thrown away is not gone");
    }
    return brokenChain(vault, m_filed.empty() ? 0 : m_filed.at(m_lastFiled));
}

/// As the disk has it, before anything is opened that would mend it.
QString VaultPromises::brokenSpool(const QString &folder) const
{
    const auto ids = spooled(folder);
    for (const std::string &id : m_spooled) {
        if (!ids.contains(id) && !m_delivering.contains(id)) {
            return QStringLiteral("spool: number %1 was told to be in it and is not").arg(m_filed.at(id));
        }
    }
    return {};
}

QString VaultPromises::brokenOutbox(vault::Vault &vault) const
{
    const auto entries = vault.outbox().result();
    if (!entries) {
        return failed("operation", entries.failure());
    }
    std::set<std::string> waiting;
    for (const vault::OutboxEntry &entry : *entries) {
        waiting.insert(entry.operationId);
    }
    for (const auto &[id, sequence] : m_filed) {
        if (!waiting.contains(id) && !m_delivering.contains(id)) {
            return QStringLiteral("operation: number %1 is lost").arg(sequence);
        }
    }
    for (const std::string &id : m_delivered) {
        if (waiting.contains(id)) {
            return QStringLiteral("operation: one that was delivered waits again");
        }
    }
    return {};
}

} // namespace quanke::faults
