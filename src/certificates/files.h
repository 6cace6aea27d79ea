#pragma once

#include <cstddef>

/// What lies in the authority's folders.
namespace quanke::certificates {

inline constexpr const char *authorityFile = "authority.pem";
inline constexpr const char *authorityKeyFile = "authority.key";
inline constexpr const char *gatewayFile = "gateway.pem"; ///< certificate and key
inline constexpr const char *devicesFile = "devices.json";
inline constexpr const char *revokedFile = "revoked.pem";
inline constexpr std::size_t longestFile = 1024 * 1024;

} // namespace quanke::certificates
