#include "handover/beginning.h"

#include "handover/file.h"

#include <algorithm>
#include <array>

namespace quanke::handover {

namespace {

constexpr std::string_view kind = "QKCASE";
constexpr std::size_t saltLength = 16;
constexpr std::uint64_t kibibyte = 1024;
/// A file that was made to keep the reader busy is not read.
constexpr std::uint64_t mostPasses = 16;
constexpr std::uint64_t mostMemory = 256 * kibibyte * kibibyte;

/// What a suite adds to what it seals (seal/sodiumsuite.h, seal/shangmisuite.h).
struct Overhead {
    std::size_t sealed = 0;
    std::uint64_t streamHead = 0;
    std::uint64_t pieceTag = 0;
};
constexpr std::array<Overhead, 2> overheads{{{41, 25, 17}, {49, 17, 32}}}; // of suites 1 and 2
constexpr std::uint64_t pieceLength = 64 * kibibyte;

const Overhead &overheadOf(unsigned char suite)
{
    return overheads.at(suite - 1U);
}

} // namespace

std::size_t trialLength(unsigned char suite)
{
    return overheadOf(suite).sealed;
}

std::string numberBytes(std::uint64_t number, std::size_t count)
{
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i, number >>= 8U) {
        bytes += char(number & 0xFFU);
    }
    return bytes;
}

std::uint64_t numberFrom(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
        number = number << 8U | static_cast<unsigned char>(bytes[i - 1]);
    }
    return number;
}

std::string bytesOf(const Beginning &beginning)
{
    return std::string(kind) + numberBytes(beginning.suite, 2) + numberBytes(beginning.cost.passes, 4)
        + numberBytes(beginning.cost.memory / kibibyte, 4) + beginning.salt
        + numberBytes(beginning.length, 8);
}

Result<Beginning> beginningFrom(std::string_view bytes)
{
    if (!bytes.starts_with(kind)) {
        return Failure{"handover.foreign"};
    }
    if (bytes.size() < beginningLength) {
        return Failure{"handover.cut-short"};
    }
    const auto suite = numberFrom(bytes.substr(6, 2));
    if (suite > overheads.size()) {
        return Failure{"handover.too-new"};
    }
    Beginning beginning;
    beginning.suite = static_cast<unsigned char>(suite);
    beginning.cost.passes = numberFrom(bytes.substr(8, 4));
    beginning.cost.memory = std::size_t(numberFrom(bytes.substr(12, 4)) * kibibyte);
    beginning.salt = bytes.substr(16, saltLength);
    beginning.length = numberFrom(bytes.substr(32, 8));
    if (suite == 0 || beginning.cost.passes < 1 || beginning.cost.passes > mostPasses
        || beginning.cost.memory < seal::cheapestCost.memory || beginning.cost.memory > mostMemory) {
        return Failure{"handover.damaged", Json::object(), "beginning"};
    }
    if (beginning.length > longestFile) {
        return Failure{"handover.too-large"};
    }
    return beginning;
}

std::uint64_t fileLength(std::uint64_t plain, unsigned char suite)
{
    const auto &overhead = overheadOf(suite);
    const auto pieces = std::max<std::uint64_t>(1, (plain + pieceLength - 1) / pieceLength);
    return beginningLength + overhead.sealed + overhead.streamHead + plain + pieces * overhead.pieceTag;
}

} // namespace quanke::handover
