#include "seal/secretbytes.h"

#include "seal/sodium.h"

#include <cstring>
#include <new>
#include <utility>

namespace quanke::seal {

SecretBytes::SecretBytes(std::size_t size)
    : m_size(size)
{
    if (size == 0) {
        return;
    }
    readySodium();
    m_bytes = static_cast<unsigned char *>(sodium_malloc(size));
    if (!m_bytes) {
        throw std::bad_alloc();
    }
    std::memset(m_bytes, 0, size);
}

SecretBytes SecretBytes::random(std::size_t size)
{
    SecretBytes bytes(size);
    randombytes_buf(bytes.data(), size);
    return bytes;
}

SecretBytes SecretBytes::copyOf(std::string_view bytes)
{
    SecretBytes copy(bytes.size());
    if (!bytes.empty()) {
        std::memcpy(copy.data(), bytes.data(), bytes.size());
    }
    return copy;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes SecretBytes::clone() const
{
    return copyOf(view());
}

void SecretBytes::wipe()
{
    sodium_free(m_bytes); // overwrites before it gives back
    m_bytes = nullptr;
    m_size = 0;
}

std::string_view SecretBytes::view() const
{
    return {reinterpret_cast<const char *>(m_bytes), m_size};
}

bool sameBytes(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace quanke::seal
