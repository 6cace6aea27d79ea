#pragma once

#include <cstddef>
#include <string_view>

namespace quanke::seal {

/// Key or password bytes: in memory that is locked against swapping where the system lets us, fenced by guard
/// pages, and wiped when they go. Moved, never copied by accident.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); ///< zeros
    static SecretBytes random(std::size_t size);
    static SecretBytes copyOf(std::string_view bytes);

    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    SecretBytes clone() const;
    void wipe();

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    const unsigned char *data() const { return m_bytes; }
    unsigned char *data() { return m_bytes; }
    /// Only for as long as this lives; never copy it into a std::string.
    std::string_view view() const;

private:
    unsigned char *m_bytes = nullptr;
    std::size_t m_size = 0;
};

/// In a time that does not depend on the bytes.
bool sameBytes(std::string_view left, std::string_view right);

} // namespace quanke::seal
