#include "seal/stream.h"

#include <algorithm>
#include <cstring>

namespace quanke::seal {

Source sourceOf(std::string_view bytes)
{
    return [bytes](char *into, std::size_t most) mutable -> Result<std::size_t> {
        const auto count = std::min(most, bytes.size());
        std::memcpy(into, bytes.data(), count);
        bytes.remove_prefix(count);
        return count;
    };
}

Result<Done> fill(std::string &buffer, std::size_t length, const Source &source)
{
    buffer.resize(length);
    std::size_t filled = 0;
    while (filled < length) {
        const auto count = source(buffer.data() + filled, length - filled);
        if (!count) {
            return count.failure();
        }
        if (*count == 0) {
            break;
        }
        filled += *count;
    }
    buffer.resize(filled);
    return Done{};
}

} // namespace quanke::seal
