#include "fuzz/fuzzing.h"
#include "seal/digest.h"
#include "spool/record.h"

using namespace quanke;

namespace {

/// Four bytes, little-endian.
std::string lengthOf(std::string_view content)
{
    std::string text;
    for (std::size_t rest = content.size(), i = 0; i < 4; ++i, rest >>= 8) {
        text += char(rest & 0xff);
    }
    return text;
}

/// Goes through a file as whoever takes a stick in does: it ends, and each frame that is right is a record or none.
void readAll(std::string_view rest)
{
    while (!rest.empty()) {
        const auto front = spool::frontOf(rest);
        test::demand(front.length > 0 && front.length <= rest.size());
        if (front.kind == spool::Front::Kind::Whole) {
            const auto record = spool::recordOf(rest.substr(0, front.length));
            test::demand(!record || bool(spool::recordOf(spool::frameOf(*record))));
        }
        rest.remove_prefix(front.length);
    }
}

} // namespace

/// The first byte says whether the rest is a file as it lies there, or what stands in a frame whose check is right.
int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    auto text = test::textOf(bytes, size);
    if (test::takeChoice(text) % 2 == 0) {
        readAll(text);
        return 0;
    }
    const auto check = seal::sha256(text).substr(0, 16);
    readAll(lengthOf(text) + check + std::string(text));
    return 0;
}
