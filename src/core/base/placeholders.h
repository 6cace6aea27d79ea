#pragma once

#include "core/base/json.h"
#include "core/base/localtext.h"

#include <string>
#include <string_view>

namespace quanke {

/// The text with every {name} the arguments have put in; others stay as they are. Lists are joined as the
/// language joins them (、 or a comma), an argument {"zh_CN": …, "en": …} gives the language's text.
std::string withArguments(std::string_view text, const Json &arguments, Language language);

} // namespace quanke
