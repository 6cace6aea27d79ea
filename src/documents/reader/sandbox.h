#pragma once

namespace quanke::documents {

/// Gives up what a decoder does not need, for good: memory beyond what one document takes, writing files,
/// core dumps (they would hold personal papers), starting programs, the network, and living on without its
/// parent. Every step is taken as far as the system offers it.
void enterSandbox();

/// The process ends when it computes longer than this for one request.
void allowSecondsOfWork(unsigned seconds);

} // namespace quanke::documents
