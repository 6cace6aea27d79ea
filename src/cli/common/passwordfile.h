#pragma once

#include "core/base/result.h"
#include "seal/secretbytes.h"

#include <string>

namespace quanke::cli {

/// The first line of a file that holds a password. Fails: file.*, password.empty ("path").
Result<seal::SecretBytes> readPassword(const std::string &path);

} // namespace quanke::cli
