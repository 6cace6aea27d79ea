#pragma once

#include "gateway/service/receiptsigner.h"
#include "gateway/service/servicecontext.h"
#include "gateway/service/sessionservice.h"
#include "trace/chain.h"
#include "trace/page.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace quanke::gateway {

/// The line of that act by this person, to be filled on.
trace::Entry entryOf(const SignedIn &person, const char *act);

/// The trace (src/trace): the gateway's own chain and those that desks bring. An act's line is written by whoever carries
/// it out, in the same transaction; what shows something is told here before it is answered: the line is durable by then,
/// in the commit that all share who wait at that moment. So nobody sees what no line tells of.
///
/// How far the chain has come is signed at the start, at the end and every ten minutes if it has grown, and told to each
/// desk that brings its own: what is cut off since is missed then.
class TraceService {
public:
    /// The signer outlives it.
    TraceService(ServiceContext context, const ReceiptSigner &signer);
    /// Ends with a line that the gateway was stopped.
    ~TraceService();
    TraceService(const TraceService &) = delete;
    TraceService &operator=(const TraceService &) = delete;

    /// With a line that the gateway was started.
    Result<Done> begin();
    /// In a transaction of its own; durable when it returns.
    Result<Done> note(const trace::Entry &entry);
    /// Signs how far the chain has come, unless that is signed already.
    Result<trace::Head> sign();

    /// Lines of a chain: the gateway's own, or a device's. That they were read is a line itself. Fails with device.unknown.
    Result<trace::Page> read(
        const SignedIn &person, const std::string &chain, std::uint64_t after, int limit);

    /// What a desk brings of its chain, lines that are here already among them. Fails: device.other; trace.malformed
    /// ("number": as expected); trace.gap ("after": from where it is to be brought); trace.forked ("number"): other lines
    /// are here under its numbers, or it does not follow them.
    Result<trace::Countersigned> take(
        const SignedIn &person, const std::string &device, const std::vector<std::string> &lines);

private:
    trace::Head signedHead(Connection &connection, const std::string &chain, const trace::End &end) const;
    void work(const std::stop_token &stop);

    ServiceContext m_context;
    const ReceiptSigner &m_signer;
    std::mutex m_mutex;
    std::condition_variable_any m_ended;
    std::jthread m_thread;
};

} // namespace quanke::gateway
