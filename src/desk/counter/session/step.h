#pragma once

#include <string>
#include <string_view>

namespace quanke::desk {

/// The steps of the counter, in their order.
enum class Step { Find, Tailor, Fill, Documents, Check, Receipt };

/// As a draft keeps it: "find", "tailor", "fill", "documents", "check", "receipt".
std::string_view nameOf(Step step);
/// Find for an unknown name.
Step stepFromName(std::string_view name);

} // namespace quanke::desk
