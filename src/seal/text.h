#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace quanke::seal {

/// Base64 with padding (RFC 4648 section 4), in a time that does not depend on the bytes.
std::string toBase64(std::string_view bytes);
/// Fails with seal.malformed.
Result<std::string> fromBase64(std::string_view text);

std::string toHex(std::string_view bytes);

} // namespace quanke::seal
