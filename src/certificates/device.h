#pragma once

#include "core/base/date.h"

#include <string>
#include <string_view>

namespace quanke::certificates {

/// What a desk is enrolled under, and its certificate's common name: letters, digits, "-" and "_", up to 40.
bool isDeviceId(std::string_view text);

/// Whether the device of a session is the certificate's: the id itself, or the id, a dot and what the desk adds. Each store
/// of a desk and each run of the command line numbers its operations from 1, and so needs a name of its own.
bool belongsTo(std::string_view device, std::string_view certified);
/// The id in such a name: what a desk is enrolled under that has it.
std::string certifiedIn(const std::string &device);
/// A new one of those names.
std::string deviceUnder(const std::string &certified);

/// Whether people are told by now that a certificate ends: for the last month, and from then on.
bool endsSoon(Instant until, Instant now);

} // namespace quanke::certificates
