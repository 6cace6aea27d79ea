#include "vault/vault.h"

#include "vault/store.h"

#include <QFile>
#include <QPromise>
#include <QThread>

#include <algorithm>
#include <cstring>
#include <exception>
#include <utility>

namespace quanke::vault {

/// The thread that does what is asked for, one thing after another.
class Worker {
public:
    explicit Worker(VaultSetup setup)
        : m_setup(std::move(setup))
    {
        m_thread.setObjectName(QStringLiteral("vault"));
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker()
    {
        // Queued behind everything asked for so far; the database closes in its own thread.
        post([this] {
            m_store.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }

    template <class Task>
    void post(Task task)
    {
        QMetaObject::invokeMethod(&m_context, std::move(task), Qt::QueuedConnection);
    }

    Result<Done> open()
    {
        m_store.reset(); // an earlier one gives its lock back first
        auto store = Store::open(m_setup);
        if (!store) {
            m_closed = store.failure();
            return store.failure();
        }
        m_store = std::move(*store);
        return Done{};
    }
    Store *store() { return m_store.get(); }
    const Failure &reasonClosed() const { return m_closed; }

private:
    VaultSetup m_setup;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Store> m_store;
    Failure m_closed{"vault.closed"};
};

namespace {

/// The bytes as a source that can be read once.
seal::Source sourceOf(const QByteArray &bytes)
{
    return [bytes, offset = qsizetype(0)](char *into, std::size_t most) mutable -> Result<std::size_t> {
        const auto count = std::min(qsizetype(most), bytes.size() - offset);
        std::memcpy(into, bytes.constData() + offset, std::size_t(count));
        offset += count;
        return std::size_t(count);
    };
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

/// Nothing thrown in the worker may take the desk down with it.
template <class T, class Task>
Result<T> guarded(Task &task, Store &store)
{
    try {
        return task(store);
    } catch (const std::exception &exception) {
        return Failure{"vault.io", {}, exception.what()};
    }
}

} // namespace

Vault::Vault(VaultSetup setup, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(std::move(setup)))
{
}

Vault::~Vault() = default;

template <class T, class Task>
Promised<T> Vault::ask(Task task, Changes changes)
{
    QPromise<Result<T>> promise;
    auto future = promise.future();
    promise.start();
    m_worker->post([this, changes, promise = std::move(promise), task = std::move(task)]() mutable {
        Store *store = m_worker->store();
        auto result = store ? guarded<T>(task, *store) : Result<T>(m_worker->reasonClosed());
        const bool done = bool(result);
        promise.addResult(std::move(result));
        promise.finish();
        if (done) {
            tell(changes);
        }
    });
    return future;
}

void Vault::tell(Changes changes)
{
    if (changes == Changes::Drafts || changes == Changes::DraftsAndOutbox) {
        Q_EMIT draftsChanged();
    }
    if (changes == Changes::Outbox || changes == Changes::DraftsAndOutbox) {
        Q_EMIT outboxChanged();
    }
    if (changes == Changes::Cases) {
        Q_EMIT casesChanged();
    }
}

Promised<Done> Vault::open()
{
    QPromise<Result<Done>> promise;
    auto future = promise.future();
    promise.start();
    m_worker->post([this, promise = std::move(promise)]() mutable {
        promise.addResult(m_worker->open());
        promise.finish();
    });
    return future;
}

Promised<std::vector<RememberedOperator>> Vault::operators()
{
    return ask<std::vector<RememberedOperator>>([](Store &store) { return store.operators.list(); });
}

Promised<Enrolment> Vault::enrol(
    wire::SignedInOperator person, seal::SecretBytes password, seal::SecretBytes previousPassword)
{
    return ask<Enrolment>(
        [person = std::move(person), password = std::move(password), previous = std::move(previousPassword)](
            Store &store) { return store.operators.enrol(person, password.view(), previous.view()); });
}

Promised<wire::SignedInOperator> Vault::unlock(std::string name, seal::SecretBytes password)
{
    return ask<wire::SignedInOperator>(
        [name = std::move(name), password = std::move(password)](
            Store &store) { return store.operators.unlock(name, password.view()); });
}

Promised<Done> Vault::lock()
{
    return ask<Done>([](Store &store) { return store.lock(); });
}

Promised<Done> Vault::forget()
{
    return ask<Done>([](Store &store) -> Result<Done> {
        store.keyring.forget();
        return Done{};
    });
}

Promised<Done> Vault::saveDraft(Draft draft)
{
    return ask<Done>(
        [draft = std::move(draft)](Store &store) { return store.drafts.save(draft); }, Changes::Drafts);
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
    return ask<Draft>([caseId = std::move(caseId)](Store &store) { return store.drafts.load(caseId); });
}

Promised<Done> Vault::discardDraft(std::string caseId)
{
    return ask<Done>(
        [caseId = std::move(caseId)](Store &store) { return store.discard(caseId); }, Changes::Drafts);
}

Promised<StoredDocument> Vault::storeDocument(std::string caseId, QByteArray bytes, DocumentMeta meta)
{
    return ask<StoredDocument>(
        [caseId = std::move(caseId), bytes = std::move(bytes), meta = std::move(meta)](
            Store &store) { return store.documents.store(caseId, sourceOf(bytes), meta); });
}

Promised<StoredDocument> Vault::storeDocumentFile(std::string caseId, QString path, DocumentMeta meta)
{
    return ask<StoredDocument>([caseId = std::move(caseId), path = std::move(path), meta = std::move(meta)](
                                   Store &store) -> Result<StoredDocument> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return Failure{file.exists() ? "file.unreadable" : "file.missing", {}, {}};
        }
        return store.documents.store(caseId, sourceOf(file), meta);
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
                               Store &store) { return store.documents.read(caseId, sha256); });
}

Promised<Done> Vault::removeDocument(std::string caseId, std::string sha256)
{
    return ask<Done>([caseId = std::move(caseId), sha256 = std::move(sha256)](Store &store) -> Result<Done> {
        const auto filed = store.drafts.isFiled(caseId);
        if (!filed) {
            return filed.failure();
        }
        return *filed ? Failure{"vault.filed"} : store.documents.remove(caseId, sha256);
    });
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

Promised<casework::Operation> Vault::enqueue(NewOperation operation)
{
    return ask<casework::Operation>(
        [operation = std::move(operation)](Store &store) { return store.outbox.enqueue(operation); },
        Changes::DraftsAndOutbox);
}

Promised<std::vector<OutboxEntry>> Vault::outbox()
{
    return ask<std::vector<OutboxEntry>>([](Store &store) { return store.outbox.unfinished(); });
}

Promised<std::vector<OutboxEntry>> Vault::filedCases()
{
    return ask<std::vector<OutboxEntry>>([](Store &store) { return store.outbox.filedCases(); });
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
    return ask<Done>([id = std::move(operationId)](Store &store) { return store.outbox.takeBack(id); },
        Changes::DraftsAndOutbox);
}

Promised<std::vector<Outgoing>> Vault::outgoing(std::string operatorName)
{
    return ask<std::vector<Outgoing>>(
        [name = std::move(operatorName)](Store &store) { return store.outbox.outgoing(name); });
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
    return ask<int>([watermark = std::move(watermark)](Store &store) { return store.reconcile(watermark); },
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

Promised<Done> Vault::markDurable(std::string operationId, wire::Receipt receipt)
{
    return ask<Done>([id = std::move(operationId), receipt = std::move(receipt)](
                         Store &store) { return store.outbox.markDurable(id, receipt); },
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
