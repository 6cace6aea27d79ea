#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace quanke::seal {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece, through OpenSSL's EVP.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(std::string_view bytes);
    /// The digest in lower-case hexadecimal, 64 characters. Ends the reckoning: call it once.
    std::string hex();

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

/// Of bytes at hand, lower-case hexadecimal.
std::string sha256(std::string_view bytes);
/// SHA-1, lower-case hexadecimal: where a protocol names it as a guard against accidents. Proves nothing against people.
std::string sha1(std::string_view bytes);
/// Of a file as it stands on disk. Fails: file.missing, file.unreadable ("path").
Result<std::string> sha256OfFile(const std::filesystem::path &path);

} // namespace quanke::seal
