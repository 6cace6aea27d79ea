#include "gateway/service/trace/traceservice.h"

#include "gateway/store/devicetable.h"
#include "gateway/store/trace/tracetable.h"
#include "seal/digest.h"

#include <utility>

namespace quanke::gateway {

namespace {

constexpr std::chrono::minutes signedEvery(10);

trace::End endOf(Connection &connection, const std::string &chain)
{
    return chain == trace::gatewayChain ? TraceTable(connection).end()
                                        : DeskTraceTable(connection).end(chain);
}

bool isChain(Connection &connection, const std::string &chain)
{
    return chain == trace::gatewayChain || DeviceTable(connection).isKnown(chain);
}

/// A line as the desk has written it, behind that end. Fails as TraceService::take.
Result<trace::Link> linkBehind(const trace::End &end, const trace::Line &line, const std::string &text)
{
    if (line.number > end.number + 1) {
        return Failure{"trace.gap", {{"after", end.number}}};
    }
    if (line.previous != end.digest) {
        return Failure{"trace.forked", {{"number", line.number}}};
    }
    return trace::Link{line.number, line.at, text, seal::sha256(text)};
}

/// Those that are here already are compared, the others are stored.
Result<Done> takeLine(
    Connection &connection, const std::string &device, trace::End &end, const std::string &text)
{
    const auto line = trace::lineFromText(text);
    if (!line || line->entry.device != device) {
        return Failure{"trace.malformed", {{"number", end.number + 1}}};
    }
    DeskTraceTable table(connection);
    if (line->number <= end.number) {
        const bool isTheSame = table.digestAt(device, line->number) == seal::sha256(text);
        return isTheSame ? Result<Done>(Done{}) : Failure{"trace.forked", {{"number", line->number}}};
    }
    const auto link = linkBehind(end, *line, text);
    if (!link) {
        return link.failure();
    }
    table.insert(device, *link);
    end = trace::endAt(*link);
    return Done{};
}

} // namespace

trace::Entry entryOf(const SignedIn &person, const char *act)
{
    return {
        .act = act, .actor = person.actor.operatorName, .roles = person.actor.roles, .device = person.device};
}

TraceService::TraceService(ServiceContext context, const ReceiptSigner &signer)
    : m_context(std::move(context))
    , m_signer(signer)
{
}

Result<Done> TraceService::begin()
{
    auto begun = note({.act = trace::act::start});
    if (begun) {
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
    }
    return begun;
}

TraceService::~TraceService()
{
    if (!m_thread.joinable()) {
        return;
    }
    m_thread.request_stop();
    m_thread.join();
    // Where it cannot be stored any more the next start says so by its own line.
    static_cast<void>(note({.act = trace::act::stop}));
    static_cast<void>(sign());
}

void TraceService::work(const std::stop_token &stop)
{
    while (true) {
        static_cast<void>(sign()); // what cannot be stored now is signed later
        std::unique_lock lock(m_mutex);
        if (m_ended.wait_for(lock, stop, signedEvery, [&stop] { return stop.stop_requested(); })) {
            return;
        }
    }
}

Result<Done> TraceService::note(const trace::Entry &entry)
{
    return m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        TraceTable(connection).append(entry, m_context.clock.now());
        return Done{};
    });
}

Result<trace::Head> TraceService::sign()
{
    return m_context.database.write<trace::Head>([&](Connection &connection) -> Result<trace::Head> {
        return signedHead(connection, trace::gatewayChain, TraceTable(connection).end());
    });
}

trace::Head TraceService::signedHead(
    Connection &connection, const std::string &chain, const trace::End &end) const
{
    TraceHeadTable table(connection);
    if (const auto known = table.find(chain, end.number)) {
        return *known;
    }
    trace::Head head{chain, end.number, end.digest, toText(m_context.clock.now())};
    m_signer.sign(head);
    table.insert(head);
    return head;
}

Result<trace::Page> TraceService::read(
    const SignedIn &person, const std::string &chain, std::uint64_t after, int limit)
{
    auto entry = entryOf(person, trace::act::readTrace);
    auto answered = m_context.database.write<trace::Page>([&](Connection &connection) -> Result<trace::Page> {
        if (!isChain(connection, chain)) {
            return Failure{"device.unknown"};
        }
        entry.subject = chain;
        TraceTable own(connection);
        own.append(entry, m_context.clock.now());
        DeskTraceTable desks(connection);
        trace::Page page{chain, m_signer.publicKey(), {}, {}, desks.devices()};
        const auto rows =
            chain == trace::gatewayChain ? own.after(after, limit) : desks.after(chain, after, limit);
        const bool isLast = rows.size() < std::size_t(limit);
        if (isLast) {
            signedHead(connection, chain, endOf(connection, chain));
        }
        for (const auto &[number, text] : rows) {
            page.lines.push_back(text);
        }
        // With the one before the first line, and those behind the last: that something stood there they alone tell.
        page.heads = TraceHeadTable(connection)
                         .within(chain, after, isLast ? std::nullopt : std::optional(rows.back().first));
        return page;
    });
    if (!answered && answered.failure().key == "device.unknown") { // it may be anything that was typed
        entry.outcome = answered.failure().key;
        const auto noted = note(entry);
        return noted ? answered : noted.failure();
    }
    return answered;
}

Result<trace::Countersigned> TraceService::take(
    const SignedIn &person, const std::string &device, const std::vector<std::string> &lines)
{
    if (device != person.device || device == trace::gatewayChain) {
        return Failure{"device.other"};
    }
    auto taken = m_context.database.write<trace::Countersigned>(
        [&](Connection &connection) -> Result<trace::Countersigned> {
            auto end = DeskTraceTable(connection).end(device);
            for (const auto &text : lines) {
                if (const auto fits = takeLine(connection, device, end, text); !fits) {
                    return fits.failure();
                }
            }
            return trace::Countersigned{signedHead(connection, device, end),
                signedHead(connection, trace::gatewayChain, TraceTable(connection).end())};
        });
    if (!taken && taken.failure().key == "trace.forked") {
        auto entry = entryOf(person, trace::act::refused);
        entry.outcome = taken.failure().key;
        if (const auto noted = note(entry); !noted) {
            return noted.failure();
        }
    }
    return taken;
}

} // namespace quanke::gateway
