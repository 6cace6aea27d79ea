#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quanke::catalogue {

/// The names of the members of `$defs` in the order the author wrote them (our JSON values sort theirs). The
/// text must be well-formed JSON.
std::vector<std::string_view> definitionOrder(std::string_view text);

} // namespace quanke::catalogue
