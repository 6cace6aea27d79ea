#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace quanke::certificates {

/// What makes a desk one of the hall's: its certificate and key, and the only authority that it believes. All PEM.
struct Enrolment {
    std::string device;
    std::string certificate;
    std::string key;
    std::string authority;
    Instant until; ///< the certificate ends
};

/// As one file, sealed with a password (PKCS #12).
Result<std::string> pack(const Enrolment &enrolment, std::string_view password);
/// Takes a fraction of a second on purpose. Fails: enrolment.wrong-password, enrolment.malformed (no such file, or without
/// its parts).
Result<Enrolment> unpack(std::string_view bytes, std::string_view password);

/// Keeps it in a file that is its owner's alone.
Result<Done> keep(const Enrolment &enrolment, const std::filesystem::path &path);
/// Fails: file.missing, file.unreadable, enrolment.malformed.
Result<Enrolment> kept(const std::filesystem::path &path);

} // namespace quanke::certificates
