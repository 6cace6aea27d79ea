#pragma once

#include "seal/suite.h"

#include <filesystem>
#include <functional>

namespace quanke::gateway {

/// A key pair that is made on the first start and never leaves its file: secret and public half in base64, a line each.
/// Reads it, or makes it (mode 0600, durable before it is used). Fails: file.*, key-file.malformed ("path").
Result<seal::KeyPair> keyPairIn(
    const std::filesystem::path &file, const std::function<seal::KeyPair()> &make);

/// Whether there is anything at that place, or nobody can say.
bool isThere(const std::filesystem::path &file);

} // namespace quanke::gateway
