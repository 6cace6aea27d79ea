#pragma once

#include "core/base/clock.h"

#include <string>

namespace quanke::seal {

/// Bytes no one can guess, from the system's generator.
std::string randomBytes(std::size_t count);

/// A UUIDv7 (RFC 9562) of this moment: the name of operations, cases, sessions, devices.
std::string makeId(const Clock &clock);

/// A word of that length that people can read out: digits and capitals without 0 O 1 I L U.
std::string randomCode(std::size_t length);

} // namespace quanke::seal
