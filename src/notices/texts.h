#pragma once

#include "core/base/json.h"
#include "core/base/localtext.h"

#include <functional>
#include <string>
#include <string_view>

namespace quanke::catalogue {
class Catalogue;
}

namespace quanke::notices {

/// The words of the templates in one language: message key ("notice.receipt.title") and arguments → text.
using Texts = std::function<std::string(std::string_view key, const Json &arguments)>;

/// The messages of the definitions. The catalogue must outlive what is returned.
Texts textsOf(const catalogue::Catalogue &catalogue, Language language);

} // namespace quanke::notices
