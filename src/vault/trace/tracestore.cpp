#include "vault/trace/tracestore.h"

#include <algorithm>
#include <utility>

namespace quanke::vault {

namespace {

/// How far the gateway has signed for them.
const auto broughtSetting = std::string("trace.brought");
/// How late it was when the clock went back.
const auto latestSetting = std::string("trace.latest");
const auto traceKeySetting = std::string("trace.gateway-key");

} // namespace

TraceStore::TraceStore(Database &database, DeskStore &desk, const Clock &clock)
    : m_database(database)
    , m_desk(desk)
    , m_clock(clock)
{
}

void TraceStore::begin(const wire::SignedInOperator &person)
{
    m_person = person;
    m_viewed = {};
}

Result<trace::End> TraceStore::end()
{
    const auto row = m_database.row("SELECT number, digest, at FROM trace ORDER BY number DESC LIMIT 1");
    if (!row) {
        return row.failure();
    }
    return *row ? trace::End{(*row)->at(0).toULongLong(), textOf((*row)->at(1)), textOf((*row)->at(2))}
                : trace::End{};
}

Result<Done> TraceStore::append(trace::Entry entry)
{
    const auto last = end();
    const auto device = last ? m_desk.deviceId() : last.failure();
    if (!device) {
        return device.failure();
    }
    entry.device = *device;
    if (entry.actor.empty()) {
        entry.actor = m_person.name;
        for (const auto &name : m_person.roles) {
            casework::Role role{};
            if (casework::roleFromName(name, role)) {
                entry.roles.insert(role);
            }
        }
    }
    const auto links = trace::linksAfter(*last, entry, m_clock.now());
    const bool isSetBack = links.size() > 1;
    const auto seen = isSetBack ? latest() : Result<std::string>(std::string());
    auto noted = seen && isSetBack ? setLatest(*seen) : Result<Done>(Done{});
    if (!seen || !noted) {
        return seen ? noted : seen.failure();
    }
    for (const auto &link : links) {
        auto kept = m_database.run("INSERT INTO trace (number, at, digest, text) VALUES (?, ?, ?, ?)",
            {qulonglong(link.number), text(link.at), text(link.digest), text(link.text)});
        if (!kept) {
            return kept;
        }
    }
    return Done{};
}

Result<std::string> TraceStore::latest()
{
    const auto last = end();
    const auto noted = last ? m_desk.setting(latestSetting) : last.failure();
    return noted ? Result<std::string>(std::max(last->at, noted->toStdString())) : noted.failure();
}

Result<Done> TraceStore::setLatest(const std::string &at)
{
    return m_desk.setSetting(latestSetting, QByteArray::fromStdString(at));
}

Result<Done> TraceStore::append(const char *act, const std::string &caseId)
{
    return append(trace::Entry{.act = act, .caseId = caseId});
}

Result<Done> TraceStore::viewCase(const std::string &caseId, const std::string &purpose)
{
    if (m_viewed.caseId == caseId && (purpose.empty() || purpose == m_viewed.purpose)) {
        return Done{};
    }
    auto told = append(trace::Entry{.act = trace::act::viewCase, .caseId = caseId, .purpose = purpose});
    if (told) {
        m_viewed = {caseId, purpose, {}};
    }
    return told;
}

Result<Done> TraceStore::viewDocument(const std::string &caseId, const std::string &sha256)
{
    auto viewed = viewCase(caseId, {});
    if (!viewed || m_viewed.documents.contains(sha256)) {
        return viewed;
    }
    auto told = append(trace::Entry{
        .act = trace::act::viewDocument, .caseId = caseId, .document = sha256, .purpose = m_viewed.purpose});
    if (told) {
        m_viewed.documents.insert(sha256);
    }
    return told;
}

Result<TraceToBring> TraceStore::toBring(int most)
{
    const auto device = m_desk.deviceId();
    const auto brought = device ? m_desk.setting(broughtSetting) : device.failure();
    if (!brought) {
        return brought.failure();
    }
    const auto rows = m_database.rows(
        "SELECT text FROM trace WHERE number > ? ORDER BY number LIMIT ?", {brought->toULongLong(), most});
    if (!rows) {
        return rows.failure();
    }
    TraceToBring toBring{*device, {}};
    for (const Row &row : *rows) {
        toBring.lines.push_back(textOf(row[0]));
    }
    return toBring;
}

Result<Done> TraceStore::keepHeads(const trace::Countersigned &heads, const std::string &gatewayKey)
{
    return m_database.inTransaction([&]() -> Result<Done> {
        auto kept = keepHead(heads.gateway);
        kept = kept ? keepHead(heads.desk) : kept;
        kept = kept ? bringFrom(heads.desk.number) : kept;
        kept = kept ? m_desk.setSetting(traceKeySetting, QByteArray::fromStdString(gatewayKey)) : kept;
        return kept ? dropOld(heads.desk) : kept;
    });
}

Result<Done> TraceStore::bringFrom(std::uint64_t after)
{
    return m_desk.setSetting(broughtSetting, QByteArray::number(qulonglong(after)));
}

/// One a day of each chain: the latest.
Result<Done> TraceStore::keepHead(const trace::Head &head)
{
    auto done =
        m_database.run("DELETE FROM trace_heads WHERE chain = ? AND substr(at, 1, 10) = substr(?, 1, 10)"
                       " AND number <= ?",
            {text(head.chain), text(head.at), qulonglong(head.number)});
    return done ? m_database.run(
               "INSERT INTO trace_heads (chain, number, digest, at, signature) VALUES (?, ?, ?, ?, ?)"
               " ON CONFLICT (chain, number) DO NOTHING",
               {text(head.chain), qulonglong(head.number), text(head.digest), text(head.at),
                   text(head.signature)})
                : done;
}

/// What was signed for 184 days ago is older than that, whatever this desk's clock says. The head stays: what follows is
/// known by it.
Result<Done> TraceStore::dropOld(const trace::Head &newest)
{
    const auto now = parseInstant(newest.at);
    if (!now) {
        return Done{};
    }
    return m_database.run(
        "DELETE FROM trace WHERE number <= (SELECT coalesce(max(number), 0) FROM trace_heads"
        " WHERE chain = ? AND at <= ?)",
        {text(newest.chain), text(toText(*now - trace::keptFor))});
}

} // namespace quanke::vault
