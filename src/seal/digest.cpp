#include "seal/digest.h"

#include "seal/text.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <new>

namespace quanke::seal {

struct Sha256::Content {
    struct Free {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context;
};

Sha256::Sha256()
    : m_content(std::make_unique<Content>())
{
    m_content->context.reset(EVP_MD_CTX_new());
    // Only memory can be short here: there is no going on without a digest.
    if (!m_content->context || EVP_DigestInit_ex(m_content->context.get(), EVP_sha256(), nullptr) != 1) {
        throw std::bad_alloc();
    }
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_content->context.get(), bytes.data(), bytes.size());
}

std::string Sha256::hex()
{
    std::string digest(EVP_MD_size(EVP_sha256()), '\0');
    EVP_DigestFinal_ex(m_content->context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    return toHex(digest);
}

std::string sha256(std::string_view bytes)
{
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

std::string sha1(std::string_view bytes)
{
    std::string digest(EVP_MD_size(EVP_sha1()), '\0');
    if (EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char *>(digest.data()), nullptr,
            EVP_sha1(), nullptr)
        != 1) {
        throw std::bad_alloc();
    }
    return toHex(digest);
}

Result<std::string> sha256OfFile(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        std::error_code error;
        const bool exists = std::filesystem::exists(path, error);
        return Failure{exists ? "file.unreadable" : "file.missing", {{"path", path.string()}}, {}};
    }
    Sha256 digest;
    std::array<char, 64 * 1024> piece{};
    while (stream.read(piece.data(), piece.size()) || stream.gcount() > 0) {
        digest.add({piece.data(), std::size_t(stream.gcount())});
    }
    if (stream.bad()) {
        return Failure{"file.unreadable", {{"path", path.string()}}, {}};
    }
    return digest.hex();
}

} // namespace quanke::seal
