#pragma once

#include "core/base/localtext.h"

#include <map>
#include <string_view>

namespace quanke::cli {

/// What the device commands say.
const std::map<std::string_view, LocalText> &deviceWords();
/// What every command says of a link over TLS.
const std::map<std::string_view, LocalText> &secureLinkWords();

} // namespace quanke::cli
