#pragma once

#include <sodium.h>

#include <string_view>

namespace quanke::seal {

/// Starts libsodium once per process; ends the program if the system has no randomness to give. Every entry
/// to this folder calls it, so that nobody outside has to.
void readySodium();

inline const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace quanke::seal
