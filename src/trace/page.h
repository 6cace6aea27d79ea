#pragma once

#include "trace/head.h"

#include <string>
#include <vector>

namespace quanke::trace {

/// Lines of a chain as the gateway gives them to the auditor (GET /v1/trace): as texts, since their bytes are what counts.
struct Page {
    static constexpr std::size_t most = 1'000; ///< lines; with fewer the chain is at its end
    std::string chain;
    std::string key; ///< of the gateway, base64
    std::vector<std::string> lines;
    std::vector<Head> heads; ///< of these lines; of the chain's end with the last of them
    std::vector<std::string> devices; ///< whose chains are here
};
Json toJson(const Page &page);
Result<Page> pageFromJson(const Json &json);

/// What the gateway answers to a desk that brings its chain.
struct Countersigned {
    Head desk; ///< of the desk's chain, as far as it is here
    Head gateway; ///< of the gateway's own: to be kept by the desk
};
Json toJson(const Countersigned &countersigned);
Result<Countersigned> countersignedFromJson(const Json &json);

} // namespace quanke::trace
