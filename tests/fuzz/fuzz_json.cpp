#include "core/base/json.h"
#include "core/base/result.h"
#include "fuzz/fuzzing.h"

using namespace quanke;

/// What is read is JSON to others too, and its one text reads back as the same.
int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto text = test::textOf(bytes, size);
    const auto read = parseJson(text);
    if (!read) {
        test::demand(read.failure().key != "json.malformed" || !Json::accept(text));
        return 0;
    }
    test::demand(Json::accept(text));
    const auto again = parseJson(canonicalText(*read));
    test::demand(again && *again == *read);
    return 0;
}
