#pragma once

#include <string_view>

namespace quanke::formats {

/// Whether it will do as a new password: ten characters at least, of three kinds (small and large letters, digits, others), 200
/// bytes at most.
bool isStrongPassword(std::string_view password);

} // namespace quanke::formats
