#pragma once

#include "gateway/uploads/incoming.h"

#include <string>

namespace Poco::Net {
class HTTPServerRequest;
class HTTPServerResponse;
} // namespace Poco::Net

namespace quanke::gateway {

/// The whole body of a request that carries JSON. Fails: request.content-type ("expected"), request.too-large
/// ("limit"), request.no-room ("retryAfter").
Result<std::string> readJsonBody(Poco::Net::HTTPServerRequest &request, BodyRoom::Part &room);

/// The body, to be read part by part; acknowledged to the sender at once (TCP_QUICKACK): clients that keep Nagle's
/// algorithm on would otherwise wait 40 ms at every piece. Reading fails with upload.interrupted when it ends before
/// its announced length.
Incoming incomingOf(Poco::Net::HTTPServerRequest &request);

/// Takes in what of the body nobody wanted, so that the next request on the connection begins where it
/// should; of a very large rest the connection is closed instead.
void finishReading(Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response);

} // namespace quanke::gateway
