#include "faults/gateway/gatewaypromises.h"

#include "core/casework/operation.h"
#include "gateway/store/operationtable.h"
#include "platform/systemclock.h"
#include "seal/digest.h"
#include "seal/random.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace quanke::faults {

using gateway::Connection;
using gateway::Gateway;

namespace {

/// Of the file's first bytes.
std::string sha256OfFirst(const QString &path, std::uint64_t bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? seal::sha256(file.read(qint64(bytes)).toStdString()) : "no file";
}

using Row = GatewayPromises::Row;

Result<std::vector<Row>> logOf(Gateway &gateway)
{
    return gateway.context().database.read<std::vector<Row>>(
        [](Connection &connection) -> Result<std::vector<Row>> {
            auto query = connection.query(
                "SELECT device, sequence, id, bytes FROM operations ORDER BY device, sequence");
            std::vector<Row> rows;
            while (query.next()) {
                rows.push_back({query.text(0), std::uint64_t(query.number(1)), query.text(2), query.text(3)});
            }
            return rows;
        });
}

/// In this story nothing comes out of order.
QString brokenChain(const std::vector<Row> &log)
{
    std::map<std::string, Row> last;
    for (const Row &row : log) {
        const auto before = last.find(row.device);
        const bool isFirst = before == last.end();
        const auto expected = isFirst ? 1 : before->second.sequence + 1;
        const auto digest = isFirst ? std::string() : seal::sha256(before->second.bytes);
        const auto json = parseJson(row.bytes);
        if (row.sequence != expected || !json || json->value("previous", "?") != digest) {
            return QStringLiteral("operation: the chain is broken at %1").arg(row.sequence);
        }
        last[row.device] = row;
    }
    return {};
}

} // namespace

GatewayPromises::GatewayPromises(test::Definitions definitions)
    : m_definitions(std::move(definitions))
{
}

void GatewayPromises::take(const std::string &words)
{
    const auto json = parseJson(words);
    const std::string kind = json->at("kind");
    const Json &what = json->at("what");
    ++m_count;
    if (kind == "epoch") {
        m_epoch = what;
    } else if (kind == "session") {
        m_sessions[what["person"]] = {what["token"], what["key"]};
    } else if (kind == "document") {
        m_documents[what["sha256"]] = what["size"];
    } else if (kind == "offset") {
        m_offsets[what["upload"]] = {what["person"], what["offset"], what["sha256"]};
    } else if (kind == "forgotten") {
        m_offsets.erase(what);
    } else {
        m_operations[what["receipt"]["operation"]] = {what["person"], what["bytes"], what["receipt"]};
    }
}

QString GatewayPromises::broken(const QString &folder) const
{
    const platform::SystemClock clock;
    const QString store = storeIn(folder);
    const auto opened = Gateway::open({store.toStdString(), m_definitions.catalogue, std::string(64, 'f'),
        m_definitions.calendar, clock, seal::cheapestCost});
    if (!opened) {
        return failed("opening", opened.failure());
    }
    Gateway &gateway = **opened;
    const auto epoch = gateway.epoch();
    if (!epoch || (!m_epoch.empty() && *epoch != m_epoch)) {
        return epoch ? QStringLiteral("epoch: another one") : failed("epoch", epoch.failure());
    }
    const auto log = logOf(gateway);
    if (!log) {
        return failed("operation", log.failure());
    }
    for (const auto &found : {brokenSessions(gateway), brokenOperations(gateway, *log), brokenChain(*log),
             brokenUploads(gateway, store), brokenDocuments(gateway, store), brokenRoom(gateway, *log)}) {
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

Result<gateway::SignedIn> GatewayPromises::signedIn(Gateway &gateway, const std::string &person) const
{
    return gateway.sessions().authenticate(m_sessions.at(person).token);
}

QString GatewayPromises::brokenSessions(Gateway &gateway) const
{
    for (const auto &[person, session] : m_sessions) {
        if (const auto found = signedIn(gateway, person); !found) {
            return failed("session", found.failure());
        }
        if (gateway.receiptKey() != session.receiptKey) {
            return QStringLiteral("session: receipts have another key");
        }
    }
    return {};
}

QString GatewayPromises::brokenOperations(Gateway &gateway, const std::vector<Row> &log) const
{
    std::map<std::string, std::string> stored;
    for (const Row &row : log) {
        stored[row.id] = row.bytes;
    }
    for (const auto &[id, operation] : m_operations) {
        if (stored[id] != operation.bytes) {
            return QStringLiteral("operation: lost, or of other bytes");
        }
        const auto person = signedIn(gateway, operation.person);
        if (!person) {
            return failed("session", person.failure());
        }
        const auto again = gateway.operations().put(*person, id, operation.bytes);
        if (!again) {
            return failed("operation", again.failure());
        }
        if (!again->repeated || wire::toJson(again->receipt) != operation.receipt) {
            return QStringLiteral("operation: taken twice, or with another receipt");
        }
    }
    return {};
}

QString GatewayPromises::brokenUploads(Gateway &gateway, const QString &store) const
{
    for (const auto &[location, promised] : m_offsets) {
        const auto id = location.substr(location.rfind('/') + 1);
        const auto person = signedIn(gateway, promised.person);
        const auto status = person ? gateway.documents().status(*person, id)
                                   : Result<gateway::UploadStatus>(person.failure());
        if (!status) {
            return failed("upload", status.failure());
        }
        const QString path = store + QStringLiteral("/uploads/") + QString::fromStdString(id);
        const bool isPlaced = status->offset == status->length && !QFileInfo::exists(path);
        const bool isThere = status->offset >= promised.offset
            && (isPlaced || sha256OfFirst(path, promised.offset) == promised.sha256);
        if (!isThere) {
            return QStringLiteral("upload: %1 bytes were acknowledged, %2 are here")
                .arg(promised.offset)
                .arg(status->offset);
        }
    }
    return {};
}

/// Each that has a row has its file, and those that were promised have a row.
QString GatewayPromises::brokenDocuments(Gateway &gateway, const QString &store) const
{
    const auto rows = gateway.context().database.read<std::vector<std::string>>(
        [](Connection &connection) -> Result<std::vector<std::string>> {
            auto query = connection.query("SELECT sha256 FROM documents");
            std::vector<std::string> digests;
            while (query.next()) {
                digests.push_back(query.text(0));
            }
            return digests;
        });
    if (!rows) {
        return failed("document", rows.failure());
    }
    for (const auto &sha256 : *rows) {
        const auto name = QString::fromStdString(sha256);
        const auto digest = seal::sha256OfFile(
            (store + QStringLiteral("/documents/") + name.left(2) + QLatin1Char('/') + name).toStdString());
        if (!digest || *digest != sha256) {
            return QStringLiteral("document: a row without its file");
        }
    }
    const std::set<std::string> stored(rows->begin(), rows->end());
    for (const auto &[sha256, size] : m_documents) {
        if (!stored.contains(sha256)) {
            return QStringLiteral("document: lost");
        }
    }
    return {};
}

/// A note on the last case that is here goes in, numbered on.
QString GatewayPromises::brokenRoom(Gateway &gateway, const std::vector<Row> &log) const
{
    std::optional<Row> last; // of somebody whose token we know
    for (const Row &row : log) {
        if (m_operations.contains(row.id)) {
            last = row;
        }
    }
    if (!last) {
        return {};
    }
    const auto before = casework::operationFromJson(*parseJson(last->bytes));
    const auto next =
        std::count_if(log.begin(), log.end(), [&](const Row &row) { return row.device == last->device; });
    auto note = *before;
    note.id = seal::makeId(platform::SystemClock());
    note.kind = "case.note";
    note.sequence = std::uint64_t(next) + 1;
    note.body = {{"text", "after the power cut"}};
    for (const Row &row : log) {
        note.previous = row.device == last->device ? seal::sha256(row.bytes) : note.previous;
    }
    const auto person = signedIn(gateway, note.actor);
    const auto taken = person ? gateway.operations().put(*person, note.id, casework::bytesOf(note))
                              : Result<gateway::Accepted>(person.failure());
    return taken ? QString() : failed("room", taken.failure());
}

} // namespace quanke::faults
