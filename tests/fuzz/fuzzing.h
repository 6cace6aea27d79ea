#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What libFuzzer calls; each program has its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size);

namespace quanke::test {

inline std::string_view textOf(const std::uint8_t *bytes, std::size_t size)
{
    return {reinterpret_cast<const char *>(bytes), size};
}

/// What must hold whatever came in; where it does not libFuzzer keeps the input.
inline void demand(bool holds)
{
    if (!holds) {
        __builtin_trap();
    }
}

/// Takes the first byte off: which of several things to do with the rest.
inline std::size_t takeChoice(std::string_view &text)
{
    if (text.empty()) {
        return 0;
    }
    const auto choice = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    return choice;
}

} // namespace quanke::test
