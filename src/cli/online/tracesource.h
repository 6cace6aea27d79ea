#pragma once

#include "cli/arguments.h"
#include "trace/head.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::cli {

/// Where chains lie that are to be verified: an exported file, or the folder of a gateway or a desk that is stopped.
class TraceSource {
public:
    virtual ~TraceSource() = default;

    virtual std::vector<std::string> chains() const = 0;
    /// Whether that one would lie here too, though nothing but what is signed says so.
    virtual bool mayHold(const std::string &chain) const = 0;
    virtual std::vector<trace::Head> heads() const = 0;
    /// The public key of the gateway that signed, base64; empty where it is not said.
    virtual std::string key() const = 0;
    virtual Result<Done> read(
        const std::string &chain, const std::function<void(std::string_view)> &take) const = 0;
};

/// `place` is a file as quanke audit export writes it, or a folder with a gateway's or a desk's store. Fails: file.missing,
/// file.unreadable, trace.none, trace.store-in-use ("path").
Result<std::unique_ptr<TraceSource>> traceAt(const std::string &place);

} // namespace quanke::cli
