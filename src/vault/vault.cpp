#include "vault/vault.h"

#include "platform/folder.h"
#include "vault/sealedfile.h"
#include "vault/thread/ask.h"
#include "vault/thread/errands.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace quanke::vault {

namespace {

/// One that comes too late, when its case has been handed over, would lie here and nowhere else.
Result<StoredDocument> storeIn(
    Store &store, const std::string &caseId, const seal::Source &source, const DocumentMeta &meta)
{
    const auto isHere = store.drafts.refuseHandedOver(caseId);
    return isHere ? store.documents.store(caseId, source, meta) : isHere.failure();
}

/// QStorageInfo would ask the list of mounts, in which there may be none for a store below a changed root.
Result<qint64> roomIn(const QString &folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(pathOf(folder), error);
    if (error) {
        return Failure{"vault.io", Json::object(), error.message()};
    }
    return qint64(space.available);
}

seal::Source sourceOf(QFile &file)
{
    return [&file](char *into, std::size_t most) -> Result<std::size_t> {
        const qint64 count = file.read(into, qint64(most));
        if (count < 0) {
            return Failure{"file.unreadable", {}, {}};
        }
        return std::size_t(count);
    };
}

} // namespace

Vault::Vault(VaultSetup setup, QObject *parent)
    : QObject(parent)
{
    setup.mirrorChanged = [this] {
        QMetaObject::invokeMethod(this, &Vault::copiesChanged, Qt::QueuedConnection);
    };
    m_worker = std::make_unique<Worker>(std::move(setup));
    m_errands = std::make_unique<Errands>();
}

Vault::~Vault() = default;

void Vault::tellTrouble(const Failure &failure)
{
    constexpr std::array<std::string_view, 4> keys{
        "vault.disk-full", "vault.read-only", "vault.io", "vault.damaged"};
    if (std::find(keys.begin(), keys.end(), failure.key) != keys.end()) {
        Q_EMIT troubled(failure);
    }
}

void Vault::tell(Changes changes)
{
    if (changes == Changes::Drafts || changes == Changes::DraftsAndOutbox) {
        Q_EMIT draftsChanged();
    }
    if (changes == Changes::Outbox || changes == Changes::DraftsAndOutbox) {
        Q_EMIT outboxChanged();
    }
    if (changes == Changes::Copies) {
        Q_EMIT copiesChanged();
    }
    if (changes == Changes::Asides) {
        Q_EMIT asidesChanged();
    }
    if (changes == Changes::Cases) {
        Q_EMIT casesChanged();
    }
}

Promised<Done> Vault::open()
{
    return m_worker->promise([](Worker &worker) { return worker.open(); });
}

Promised<Done> Vault::tryAgain()
{
    return ask<Done>([this](Store &store) {
        auto tried = store.tryAgain();
        if (tried) {
            Q_EMIT recovered();
        }
        return tried;
    });
}

Promised<Done> Vault::putAside()
{
    return m_worker->promise([](Worker &worker) { return worker.putAside(); });
}

Promised<std::vector<spool::Aside>> Vault::asides()
{
    return ask<std::vector<spool::Aside>>([](Store &store) { return store.asides(); });
}

Promised<Done> Vault::markAsideSeen(spool::Aside aside)
{
    return ask<Done>([since = std::move(aside.since)](Store &store) { return store.markAsideSeen(since); },
        Changes::Asides);
}

Promised<Done> Vault::copyAside(spool::Aside aside, QString folder)
{
    return ask<Done>([aside = std::move(aside), folder = std::move(folder)](
                         Store &store) { return store.copyAside(aside, pathOf(folder)); });
}

Promised<Done> Vault::settleAside(spool::Aside aside)
{
    return ask<Done>(
        [aside = std::move(aside)](Store &store) { return store.settleAside(aside); }, Changes::Asides);
}

Promised<std::vector<SpoolFound>> Vault::spoolsBelow(QString folder)
{
    return ask<std::vector<SpoolFound>>(
        [folder = std::move(folder)](Store &) -> Result<std::vector<SpoolFound>> {
            std::vector<SpoolFound> found;
            for (const auto &path : spool::spoolsBelow(pathOf(folder))) {
                auto contents = spool::contentsOf(path);
                if (!contents) {
                    contents = spool::Contents{{}, {}, {path}}; // the others are not held up
                }
                found.push_back({nameOf(path), nameOf(spool::documentsBeside(path)), std::move(*contents)});
            }
            return found;
        });
}

Promised<QByteArray> Vault::sealedDocument(QString documentFolder, std::string name)
{
    return ask<QByteArray>(
        [folder = std::move(documentFolder), name = std::move(name)](Store &) -> Result<QByteArray> {
            const auto bytes = platform::readFile(pathOf(folder) / name);
            return bytes ? Result<QByteArray>(QByteArray::fromStdString(*bytes))
                         : Failure{"vault.document-damaged", {}, bytes.failure().key};
        });
}

Promised<Done> Vault::useSuite(std::string name)
{
    return ask<Done>([name = std::move(name)](Store &store) { return store.useSuite(name); });
}

Promised<Done> Vault::keepGatewayKey(std::string publicKey)
{
    return ask<Done>(
        [key = std::move(publicKey)](Store &store) { return store.keepGatewayKey(key); }, Changes::Copies);
}

Promised<Done> Vault::setMirror(QString folder)
{
    return ask<Done>(
        [folder = std::move(folder)](Store &store) { return store.setMirror(folder); }, Changes::Copies);
}

Promised<Done> Vault::followMirror()
{
    return m_worker->followMirror();
}

Promised<Copies> Vault::copies()
{
    return ask<Copies>([](Store &store) { return store.copies(); });
}

Promised<qint64> Vault::roomLeft()
{
    return ask<qint64>([worker = m_worker.get()](Store &) { return roomIn(worker->folderName()); });
}

Promised<std::vector<RememberedOperator>> Vault::operators()
{
    return ask<std::vector<RememberedOperator>>([](Store &store) { return store.operators.list(); });
}

Promised<Enrolment> Vault::enrol(
    wire::SignedInOperator person, seal::SecretBytes password, seal::SecretBytes previousPassword)
{
    return ask<Enrolment>([person = std::move(person), password = std::move(password),
                              previous = std::move(previousPassword)](Store &store) {
        auto enrolled = store.enrol(person, password.view(), previous.view());
        store.completeCopies();
        return enrolled;
    });
}

Promised<wire::SignedInOperator> Vault::unlock(std::string name, seal::SecretBytes password)
{
    return ask<wire::SignedInOperator>(
        [name = std::move(name), password = std::move(password)](Store &store) {
            auto person = store.unlock(name, password.view());
            store.completeCopies();
            return person;
        });
}

Promised<Done> Vault::lock()
{
    return ask<Done>([](Store &store) { return store.lock(); });
}

Promised<Done> Vault::forget()
{
    return ask<Done>([](Store &store) { return store.forget(); });
}

Promised<Done> Vault::saveDraft(Draft draft)
{
    return ask<Done>(
        [draft = std::move(draft)](Store &store) { return store.saveDraft(draft); }, Changes::Drafts);
}

Promised<Done> Vault::saveField(FieldEdit edit)
{
    return ask<Done>([edit = std::move(edit)](Store &store) { return store.drafts.saveField(edit); });
}

Promised<std::vector<DraftSummary>> Vault::drafts()
{
    return ask<std::vector<DraftSummary>>([](Store &store) { return store.drafts.list(); });
}

Promised<int> Vault::separatedDrafts()
{
    return ask<int>([](Store &store) { return store.drafts.countSeparated(); });
}

Promised<Draft> Vault::draft(std::string caseId)
{
    return ask<Draft>([caseId = std::move(caseId)](Store &store) { return store.openDraft(caseId); });
}

Promised<Done> Vault::discardDraft(std::string caseId)
{
    return ask<Done>(
        [caseId = std::move(caseId)](Store &store) { return store.discard(caseId); }, Changes::Drafts);
}

Promised<StoredDocument> Vault::storeDocument(std::string caseId, QByteArray bytes, DocumentMeta meta)
{
    return ask<StoredDocument>([caseId = std::move(caseId), bytes = std::move(bytes), meta = std::move(meta)](
                                   Store &store) {
        return storeIn(store, caseId, seal::sourceOf({bytes.constData(), std::size_t(bytes.size())}), meta);
    });
}

Promised<StoredDocument> Vault::storeDocumentFile(std::string caseId, QString path, DocumentMeta meta)
{
    return ask<StoredDocument>([caseId = std::move(caseId), path = std::move(path), meta = std::move(meta)](
                                   Store &store) -> Result<StoredDocument> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return Failure{file.exists() ? "file.unreadable" : "file.missing", {}, {}};
        }
        return storeIn(store, caseId, sourceOf(file), meta);
    });
}

Promised<std::vector<StoredDocument>> Vault::documents(std::string caseId)
{
    return ask<std::vector<StoredDocument>>(
        [caseId = std::move(caseId)](Store &store) { return store.documents.list(caseId); });
}

Promised<QByteArray> Vault::readDocument(std::string caseId, std::string sha256)
{
    return ask<QByteArray>([caseId = std::move(caseId), sha256 = std::move(sha256)](
                               Store &store) { return store.showDocument(caseId, sha256); });
}

Promised<Done> Vault::removeDocument(std::string caseId, std::string sha256)
{
    return ask<Done>([caseId = std::move(caseId), sha256 = std::move(sha256)](
                         Store &store) { return store.removeDocument(caseId, sha256); });
}

Promised<std::string> Vault::deviceId()
{
    return ask<std::string>([](Store &store) { return store.desk.deviceId(); });
}

Promised<std::string> Vault::caseNumber(std::string caseId)
{
    return ask<std::string>(
        [caseId = std::move(caseId)](Store &store) { return store.desk.caseNumber(caseId); });
}

Promised<casework::Operation> Vault::enqueue(NewOperation operation, std::vector<NewOperation> behind)
{
    return ask<casework::Operation>([operation = std::move(operation), behind = std::move(behind)](
                                        Store &store) { return store.enqueue(operation, behind); },
        Changes::DraftsAndOutbox);
}

Promised<std::vector<OutboxEntry>> Vault::outbox()
{
    return ask<std::vector<OutboxEntry>>([](Store &store) { return store.outbox.unfinished(); });
}

Promised<std::vector<OutboxEntry>> Vault::received(int most)
{
    return ask<std::vector<OutboxEntry>>([most](Store &store) { return store.outbox.received(most); });
}

Promised<std::vector<OutboxEntry>> Vault::filedCases(std::string caseId)
{
    return ask<std::vector<OutboxEntry>>(
        [caseId = std::move(caseId)](Store &store) { return store.outbox.filedCases(caseId); });
}

Promised<OutboxCount> Vault::outboxCount()
{
    return ask<OutboxCount>([](Store &store) { return store.outbox.count(); });
}

Promised<Done> Vault::retry(std::string operationId)
{
    return ask<Done>(
        [id = std::move(operationId)](Store &store) { return store.outbox.retry(id); }, Changes::Outbox);
}

Promised<Done> Vault::takeBack(std::string operationId)
{
    return ask<Done>(
        [id = std::move(operationId)](Store &store) { return store.takeBack(id); }, Changes::DraftsAndOutbox);
}

Promised<std::vector<Outgoing>> Vault::outgoing(std::string operatorName, std::set<std::string> resting)
{
    return ask<std::vector<Outgoing>>([name = std::move(operatorName), resting = std::move(resting)](
                                          Store &store) { return store.outbox.outgoing(name, resting); });
}

Promised<QByteArray> Vault::outgoingDocument(std::string operationId, std::string sha256)
{
    return ask<QByteArray>([id = std::move(operationId), sha256 = std::move(sha256)](
                               Store &store) { return store.outbox.document(id, sha256); });
}

Promised<Done> Vault::markUploaded(std::string operationId, std::string sha256)
{
    return ask<Done>([id = std::move(operationId), sha256 = std::move(sha256)](
                         Store &store) { return store.outbox.markUploaded(id, sha256); });
}

Promised<int> Vault::reconcile(wire::Watermark watermark)
{
    return ask<int>(
        [watermark = std::move(watermark)](Store &store) {
            auto offered = store.reconcile(watermark);
            store.completeCopies(); // what is to be sent again is kept again
            return offered;
        },
        Changes::Outbox);
}

Promised<Done> Vault::markMissing(std::string operationId, std::vector<std::string> digests)
{
    return ask<Done>([id = std::move(operationId), digests = std::move(digests)](
                         Store &store) { return store.outbox.markMissing(id, digests); });
}

Promised<Done> Vault::markSent(std::string operationId)
{
    return ask<Done>(
        [id = std::move(operationId)](Store &store) { return store.outbox.markSent(id); }, Changes::Outbox);
}

Promised<Done> Vault::keepReceipt(std::string operationId, wire::Receipt receipt)
{
    return ask<Done>([id = std::move(operationId), receipt = std::move(receipt)](
                         Store &store) { return store.keepReceipt(id, receipt); },
        Changes::Outbox);
}

Promised<Done> Vault::markRefused(std::string operationId, Failure problem)
{
    return ask<Done>([id = std::move(operationId), problem = std::move(problem)](
                         Store &store) { return store.outbox.markRefused(id, problem); },
        Changes::Outbox);
}

Promised<Done> Vault::markDelayed(std::string operationId, Failure problem)
{
    return ask<Done>([id = std::move(operationId), problem = std::move(problem)](
                         Store &store) { return store.outbox.markDelayed(id, problem); },
        Changes::Outbox);
}

Promised<quint64> Vault::changesCursor()
{
    return ask<quint64>([](Store &store) -> Result<quint64> {
        const auto cursor = store.views.cursor();
        return cursor ? Result<quint64>(quint64(*cursor)) : cursor.failure();
    });
}

Promised<Done> Vault::keepCaseViews(std::vector<casework::CaseFile> views, CursorStep step)
{
    return ask<Done>(
        [views = std::move(views), step](Store &store) {
            if (auto expected = store.views.expect(step.from); !expected) {
                return expected;
            }
            // First, so that a failure leaves the cursor where it was and the views come again.
            const auto removed = store.unfinished.removeDecided(views);
            return removed ? store.views.keep(views, step.to) : removed;
        },
        Changes::Cases);
}

Promised<casework::CaseFile> Vault::caseView(std::string caseId)
{
    return ask<casework::CaseFile>(
        [caseId = std::move(caseId)](Store &store) { return store.views.view(caseId); });
}

Promised<std::vector<casework::CaseFile>> Vault::caseViews()
{
    return ask<std::vector<casework::CaseFile>>([](Store &store) { return store.views.views(); });
}

Promised<std::vector<std::string>> Vault::casesOfPerson(std::string idNumber)
{
    return ask<std::vector<std::string>>(
        [idNumber = std::move(idNumber)](Store &store) { return store.casesOfPerson(idNumber); });
}

Promised<Done> Vault::keepUnfinished(std::string caseId, std::string matter, std::string kind, Json content)
{
    return ask<Done>([caseId = std::move(caseId), matter = std::move(matter), kind = std::move(kind),
                         content = std::move(content)](
                         Store &store) { return store.unfinished.keep(caseId, matter, kind, content); });
}

Promised<Json> Vault::unfinished(std::string caseId, std::string matter, std::string kind)
{
    return ask<Json>([caseId = std::move(caseId), matter = std::move(matter), kind = std::move(kind)](
                         Store &store) { return store.unfinished.content(caseId, matter, kind); });
}

Promised<QByteArray> Vault::setting(std::string key)
{
    return ask<QByteArray>([key = std::move(key)](Store &store) { return store.desk.setting(key); });
}

Promised<Done> Vault::setSetting(std::string key, QByteArray value)
{
    return ask<Done>([key = std::move(key), value = std::move(value)](
                         Store &store) { return store.desk.setSetting(key, value); });
}

} // namespace quanke::vault
