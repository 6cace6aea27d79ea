#include "desk/counter/documents/documentintake.h"

#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"
#include "documents/documentreader.h"
#include "vault/vault.h"

#include <QFileInfo>
#include <QFutureWatcher>

#include <algorithm>

namespace quanke::desk {

namespace {

constexpr int pictureEdge = 160;

bool holds(const Json &references, const std::string &sha256)
{
    return references.is_array()
        && std::any_of(references.begin(), references.end(),
            [&](const Json &reference) { return reference.value("sha256", std::string()) == sha256; });
}

} // namespace

DocumentIntake::DocumentIntake(const DeskContext &context, CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_session(session)
{
    connect(&session, &CaseSession::closed, this, [this] {
        cancel();
        m_unkept.clear();
        m_known.clear();
        m_removed.reset();
    });
    connect(&context.vault, &vault::Vault::recovered, this, &DocumentIntake::takeAgain);
}

DocumentIntake::~DocumentIntake() = default;

void DocumentIntake::add(const std::string &material, const QStringList &paths)
{
    for (const QString &path : paths)
        m_waiting.push_back({material, path, {}, m_session.caseId()});
    next();
}

void DocumentIntake::lookAtAll()
{
    for (const form::ComposedMaterial &material : m_session.composition().materials) {
        const Json references = m_session.form().value(material.id);
        if (!references.is_array())
            continue;
        for (const Json &reference : references) {
            const std::string sha256 = reference.value("sha256", std::string());
            const bool queued = std::any_of(
                m_waiting.begin(), m_waiting.end(), [&](const Job &job) { return job.sha256 == sha256; });
            const bool current = m_current && m_current->sha256 == sha256;
            if (!m_known.contains(sha256) && !queued && !current)
                m_waiting.push_back({{}, {}, sha256, m_session.caseId()});
        }
    }
    next();
}

QString DocumentIntake::nameOf(const Job &job) const
{
    return job.path.isEmpty() ? tr("a document of this case") : QFileInfo(job.path).fileName();
}

void DocumentIntake::next()
{
    if (m_current || m_waiting.empty())
        return;
    m_current = m_waiting.front();
    m_waiting.pop_front();
    const Job job = *m_current;
    if (!job.path.isEmpty()) {
        inspect(job, job.path);
        return;
    }
    whenReady(m_context.vault.readDocument(job.caseId, job.sha256), this,
        [this, job](const Result<QByteArray> &bytes) {
            if (bytes)
                inspect(job, *bytes);
            else
                give(job, bytes.failure());
        });
}

void DocumentIntake::inspect(const Job &job, const std::variant<QString, QByteArray> &source)
{
    Q_EMIT progress(nameOf(job), 0, 1);
    m_inspecting = m_context.reader.inspect(source);
    auto *watcher = new QFutureWatcher<Result<documents::Inspection>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher, job](int value) {
        Q_EMIT progress(nameOf(job), value, qMax(1, watcher->progressMaximum()));
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, job, source] {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0) {
            done(); // cancelled
            return;
        }
        const Result<documents::Inspection> inspection = watcher->result();
        if (!inspection) {
            give(job, inspection.failure());
            return;
        }
        if (job.path.isEmpty())
            finish(job, job.sha256, *inspection);
        else
            take(job, *inspection);
        makePicture(job.sha256, source);
    });
    watcher->setFuture(m_inspecting);
}

void DocumentIntake::take(const Job &job, const documents::Inspection &inspection)
{
    vault::DocumentMeta meta;
    meta.mediaType = documents::mediaTypeOf(inspection.kind);
    meta.name = nameOf(job).toStdString();
    meta.pages = int(inspection.pages.size());
    whenReady(m_context.vault.storeDocumentFile(job.caseId, job.path, meta), this,
        [this, job, inspection](const Result<vault::StoredDocument> &stored) {
            if (!stored) {
                m_unkept.push_back(job);
                give(job, stored.failure());
                return;
            }
            // The clerk may have gone on to another case meanwhile.
            if (m_session.isOpen() && m_session.caseId() == job.caseId)
                addReference(job.material, vault::fileReference(*stored));
            makePicture(stored->sha256, job.path);
            finish(job, stored->sha256, inspection);
        });
}

void DocumentIntake::finish(
    const Job &job, const std::string &sha256, const documents::Inspection &inspection)
{
    Q_UNUSED(job)
    m_known[sha256].findings = inspection.findings;
    Q_EMIT looked();
    done();
}

void DocumentIntake::give(const Job &job, const Failure &failure)
{
    if (job.path.isEmpty())
        Q_EMIT unreadable(nameOf(job), failure);
    else
        Q_EMIT refused(nameOf(job), failure);
    done();
}

void DocumentIntake::takeAgain()
{
    m_waiting.insert(m_waiting.end(), m_unkept.begin(), m_unkept.end());
    m_unkept.clear();
    next();
}

void DocumentIntake::done()
{
    m_current.reset();
    if (m_waiting.empty())
        Q_EMIT progress({}, 0, 0);
    next();
    Q_EMIT settled();
}

bool DocumentIntake::isTaking() const
{
    const auto takes = [](const Job &job) { return !job.path.isEmpty(); };
    return (m_current && takes(*m_current)) || std::any_of(m_waiting.begin(), m_waiting.end(), takes);
}

void DocumentIntake::makePicture(const std::string &sha256, const std::variant<QString, QByteArray> &source)
{
    if (sha256.empty())
        return;
    whenReady(
        m_context.reader.thumbnail(source, pictureEdge), this, [this, sha256](const Result<QImage> &picture) {
            if (!picture)
                return;
            m_known[sha256].picture = *picture;
            Q_EMIT looked();
        });
}

void DocumentIntake::addReference(const std::string &material, const Json &reference)
{
    Json references = m_session.form().value(material);
    if (!references.is_array())
        references = Json::array();
    if (holds(references, reference.value("sha256", std::string())))
        return;
    references.push_back(reference);
    m_session.setMaterial(material, references);
}

void DocumentIntake::alsoFor(const std::string &material, const Json &reference)
{
    addReference(material, reference);
}

void DocumentIntake::remove(const std::string &material, const std::string &sha256)
{
    Json references = m_session.form().value(material);
    if (!holds(references, sha256))
        return;
    m_removed = Removed{material, references};
    Json left = Json::array();
    for (const Json &reference : references) {
        if (reference.value("sha256", std::string()) != sha256)
            left.push_back(reference);
    }
    m_session.setMaterial(material, left);
}

void DocumentIntake::undo()
{
    if (!m_removed)
        return;
    const Removed removed = *m_removed;
    m_removed.reset();
    m_session.setMaterial(removed.material, removed.references);
}

void DocumentIntake::cancel()
{
    m_waiting.clear();
    m_inspecting.cancel();
}

const KnownDocument *DocumentIntake::known(const std::string &sha256) const
{
    const auto found = m_known.find(sha256);
    return found == m_known.end() ? nullptr : &found->second;
}

} // namespace quanke::desk
