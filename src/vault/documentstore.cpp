#include "vault/documentstore.h"

#include "seal/digest.h"
#include "seal/random.h"
#include "vault/sealedfile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <utility>

namespace quanke::vault {

namespace {

std::string placeOfMeta(const std::string &id, const std::string &caseId)
{
    return "document|" + caseId + "|" + id;
}

StoredDocument documentFromJson(const Json &json, bool uploaded)
{
    return {json.value("sha256", std::string()), json.value("size", std::uint64_t(0)),
        {json.value("mediaType", std::string()), json.value("name", std::string()), json.value("pages", 1)},
        uploaded};
}

QString fileName(const std::string &id)
{
    return QString::fromStdString(id);
}

} // namespace

DocumentStore::DocumentStore(Database &database, Keyring &keyring, const Clock &clock, QString folder)
    : m_database(database)
    , m_keyring(keyring)
    , m_clock(clock)
    , m_folder(std::move(folder))
{
}

Result<StoredDocument> DocumentStore::store(
    const std::string &caseId, const seal::Source &source, const DocumentMeta &meta)
{
    const auto placed = place(caseId, source, meta);
    if (!placed) {
        return placed.failure();
    }
    const auto entered = enter(caseId, *placed);
    const bool isSurplus = entered ? !*entered : isTakenBack(entered.failure());
    if (isSurplus) {
        const auto removed = removePlaced(*placed);
        if (entered && !removed) {
            return removed.failure();
        }
    }
    if (!entered) {
        return entered.failure();
    }
    if (*entered) {
        return placed->document;
    }
    const auto key = m_keyring.caseKey(caseId);
    const auto found =
        key ? find(**key, caseId, m_keyring.operatorName(), placed->document.sha256) : key.failure();
    return found ? Result<StoredDocument>(found->document) : found.failure();
}

Result<DocumentStore::Placed> DocumentStore::place(
    const std::string &caseId, const seal::Source &source, const DocumentMeta &meta)
{
    const auto key = m_keyring.caseKeyOrNew(caseId);
    if (!key) {
        return key.failure();
    }
    Placed placed{seal::makeId(m_clock), {{}, 0, meta, false}};
    seal::Sha256 digest;
    const auto counted = [&](char *into, std::size_t most) {
        auto count = source(into, most);
        if (count) {
            digest.add({into, *count});
            placed.document.size += *count;
        }
        return count;
    };
    const auto written = writeSealedFile(
        m_keyring.suite(), **key, spool::placeOfFile(placed.id), m_folder, fileName(placed.id), counted);
    if (!written) {
        return written.failure();
    }
    placed.document.sha256 = digest.hex();
    return placed;
}

Result<bool> DocumentStore::enter(const std::string &caseId, const Placed &placed)
{
    const auto key = m_keyring.caseKey(caseId);
    const auto same =
        key ? find(**key, caseId, m_keyring.operatorName(), placed.document.sha256) : key.failure();
    if (same) {
        return false;
    }
    if (same.failure().key != "vault.unknown-document") {
        return same.failure();
    }
    const auto inserted = insert(**key, caseId, placed);
    return inserted ? Result<bool>(true) : inserted.failure();
}

bool DocumentStore::isTakenBack(const Failure &failure)
{
    return failure.key == "vault.disk-full";
}

Result<Done> DocumentStore::removePlaced(const Placed &placed)
{
    return removeFile(m_folder, fileName(placed.id));
}

Result<std::vector<StoredDocument>> DocumentStore::list(const std::string &caseId)
{
    const auto key = m_keyring.caseKey(caseId);
    return key ? listWith(**key, caseId, m_keyring.operatorName()) : key.failure();
}

Result<QByteArray> DocumentStore::read(const std::string &caseId, const std::string &sha256)
{
    const auto key = m_keyring.caseKey(caseId);
    return key ? readWith(**key, caseId, m_keyring.operatorName(), sha256) : key.failure();
}

Result<Done> DocumentStore::remove(const std::string &caseId, const std::string &sha256)
{
    const auto key = m_keyring.caseKey(caseId);
    if (!key) {
        return key.failure();
    }
    const auto found = find(**key, caseId, m_keyring.operatorName(), sha256);
    if (!found) {
        return found.failure();
    }
    if (auto removed = m_database.run("DELETE FROM document WHERE id = ?", {text(found->id)}); !removed) {
        return removed;
    }
    return removeFile(m_folder, fileName(found->id));
}

Result<Done> DocumentStore::removeFiles(const std::string &caseId)
{
    const auto rows = m_database.rows("SELECT id FROM document WHERE case_id = ? AND operator = ?",
        {text(caseId), text(m_keyring.operatorName())});
    if (!rows) {
        return rows.failure();
    }
    for (const Row &row : *rows) {
        if (auto removed = removeFile(m_folder, row[0].toString()); !removed) {
            return removed;
        }
    }
    return Done{};
}

Result<std::vector<StoredDocument>> DocumentStore::listWith(
    const seal::SecretBytes &key, const std::string &caseId, const std::string &operatorName)
{
    const auto all = findAll(key, caseId, operatorName);
    if (!all) {
        return all.failure();
    }
    std::vector<StoredDocument> documents;
    for (const Found &found : *all) {
        documents.push_back(found.document);
    }
    return documents;
}

Result<std::vector<spool::SealedDocument>> DocumentStore::filesWith(
    const seal::SecretBytes &key, const std::string &caseId, const std::string &operatorName)
{
    const auto all = findAll(key, caseId, operatorName);
    if (!all) {
        return all.failure();
    }
    std::vector<spool::SealedDocument> files;
    for (const auto &[id, document] : *all) {
        files.push_back({id, document.sha256, document.meta.mediaType, document.meta.name, document.size});
    }
    return files;
}

Result<QByteArray> DocumentStore::readWith(const seal::SecretBytes &key, const std::string &caseId,
    const std::string &operatorName, const std::string &sha256)
{
    const auto found = find(key, caseId, operatorName, sha256);
    if (!found) {
        return found.failure();
    }
    QByteArray bytes;
    bytes.reserve(qsizetype(found->document.size));
    const auto sink = [&bytes](std::string_view piece) -> Result<Done> {
        bytes.append(piece.data(), qsizetype(piece.size()));
        return Done{};
    };
    const auto opened = readSealedFile(m_keyring.suite(), key, spool::placeOfFile(found->id),
        m_folder + QLatin1Char('/') + fileName(found->id), sink);
    if (!opened) {
        return opened.failure();
    }
    if (seal::sha256({bytes.constData(), std::size_t(bytes.size())}) != sha256) {
        return Failure{"vault.document-damaged", {}, "digest"};
    }
    return bytes;
}

Result<Done> DocumentStore::setUploaded(const seal::SecretBytes &key, const std::string &caseId,
    const std::string &operatorName, const std::string &sha256, Uploaded uploaded)
{
    const auto found = find(key, caseId, operatorName, sha256);
    if (!found) {
        return found.failure();
    }
    return m_database.run("UPDATE document SET uploaded = ? WHERE id = ?",
        {uploaded == Uploaded::Yes ? 1 : 0, text(found->id)});
}

Result<Done> DocumentStore::removeOrphans()
{
    const auto rows = m_database.rows("SELECT id FROM document");
    if (!rows) {
        return rows.failure();
    }
    std::set<QString> known;
    for (const Row &row : *rows) {
        known.insert(row[0].toString());
    }
    const auto yesterday =
        QDateTime::fromMSecsSinceEpoch(m_clock.now().time_since_epoch().count()).addDays(-1);
    const auto files = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        if (!known.contains(file.fileName()) && file.lastModified() < yesterday) {
            if (auto removed = removeFile(m_folder, file.fileName()); !removed) {
                return removed;
            }
        }
    }
    return Done{};
}

Result<std::vector<DocumentStore::Found>> DocumentStore::findAll(
    const seal::SecretBytes &key, const std::string &caseId, const std::string &operatorName)
{
    const auto rows = m_database.rows(
        "SELECT id, meta, uploaded FROM document WHERE case_id = ? AND operator = ? ORDER BY id",
        {text(caseId), text(operatorName)});
    if (!rows) {
        return rows.failure();
    }
    std::vector<Found> all;
    for (const Row &row : *rows) {
        const auto id = textOf(row[0]);
        const auto plain = m_keyring.suite().decrypt(key, blobOf(row[1]), placeOfMeta(id, caseId));
        if (!plain) {
            return plain.failure();
        }
        const auto json = parseJson(*plain);
        if (!json) {
            return json.failure();
        }
        all.push_back({id, documentFromJson(*json, row[2].toBool())});
    }
    return all;
}

Result<DocumentStore::Found> DocumentStore::find(const seal::SecretBytes &key, const std::string &caseId,
    const std::string &operatorName, const std::string &sha256)
{
    auto all = findAll(key, caseId, operatorName);
    if (!all) {
        return all.failure();
    }
    const auto place = std::find_if(
        all->begin(), all->end(), [&](const Found &found) { return found.document.sha256 == sha256; });
    if (place == all->end()) {
        return Failure{"vault.unknown-document", {}, {}};
    }
    return *place;
}

Result<Done> DocumentStore::insert(
    const seal::SecretBytes &key, const std::string &caseId, const Found &found)
{
    const auto meta = m_keyring.suite().encrypt(
        key, canonicalText(fileReference(found.document)), placeOfMeta(found.id, caseId));
    return m_database.run("INSERT INTO document (id, case_id, operator, meta) VALUES (?, ?, ?, ?)",
        {text(found.id), text(caseId), text(m_keyring.operatorName()), blob(meta)});
}

} // namespace quanke::vault
