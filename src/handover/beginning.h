#pragma once

#include "core/base/result.h"
#include "seal/password.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quanke::handover {

/// What stands in the clear at the front of a file (file.h).
struct Beginning {
    seal::PasswordCost cost;
    std::string salt;
    std::uint64_t length = 0; ///< of the whole file
    unsigned char suite = 1; ///< its number
};

constexpr std::size_t beginningLength = 40;
std::size_t trialLength(unsigned char suite);

std::string bytesOf(const Beginning &beginning);
/// Fails: handover.foreign, handover.too-new, handover.damaged (a guess would cost more than we ever ask for),
/// handover.too-large.
Result<Beginning> beginningFrom(std::string_view bytes);

/// Of a file whose content has so many plain bytes.
std::uint64_t fileLength(std::uint64_t plain, unsigned char suite);

std::string numberBytes(std::uint64_t number, std::size_t count);
std::uint64_t numberFrom(std::string_view bytes);

} // namespace quanke::handover
