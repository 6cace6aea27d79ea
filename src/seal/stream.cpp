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

} // namespace quanke::seal
