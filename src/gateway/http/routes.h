#pragma once

#include "gateway/http/route.h"
#include "gateway/service/gateway.h"

#include <string>
#include <vector>

namespace quanke::gateway {

/// The whole table. The gateway outlives it.
std::vector<Route> allRoutes(Gateway &gateway, const std::string &version);

// Its parts, one file each.
std::vector<Route> publicRoutes(Gateway &gateway, const std::string &version);
std::vector<Route> sessionRoutes(Gateway &gateway);
std::vector<Route> operatorRoutes(Gateway &gateway);
std::vector<Route> caseRoutes(Gateway &gateway);
std::vector<Route> documentRoutes(Gateway &gateway);
std::vector<Route> ingestRoutes(Gateway &gateway);
std::vector<Route> traceRoutes(Gateway &gateway);

/// Why the person looks, as they say; empty where they say nothing. Fails: request.parameter ("name").
Result<std::string> purposeOf(const Request &request);

/// What somebody asked for and does not get, be it another's or nobody's: told by a line with their name.
Failure notShown(Gateway &gateway, trace::Entry entry, const Failure &failure);

/// The body as a JSON object that has exactly these members, all of them optional to be there; the reader
/// then demands those it needs. Fails: json.*, request.malformed ("member"), request.unknown-member
/// ("member").
Result<Json> objectWith(const std::string &body, const std::vector<std::string> &members);

/// A whole number in a parameter or header, at most `most`. Fails: request.parameter ("name").
Result<std::uint64_t> numberIn(const std::string &text, const std::string &name, std::uint64_t most);

} // namespace quanke::gateway
