#include "core/casework/casefile.h"
#include "core/wire/protocol.h"
#include "fuzz/fuzzing.h"

using namespace quanke;

namespace {

/// What a gateway is said to have answered, read and written again: the same text from then on.
template <class Read>
void goThrough(const Json &json, Read read)
{
    const auto value = read(json);
    if (!value) {
        return;
    }
    const auto text = canonicalText(wire::toJson(*value));
    const auto again = read(*parseJson(text));
    test::demand(again && canonicalText(wire::toJson(*again)) == text);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto json = parseJson(test::textOf(bytes, size));
    if (!json) {
        return 0;
    }
    goThrough(*json, wire::receiptFromJson);
    goThrough(*json, wire::watermarkFromJson);
    goThrough(*json, wire::sessionFromJson);
    goThrough(*json, wire::colleagueFromJson);
    goThrough(*json, wire::changeFromJson);
    goThrough(*json, wire::workItemFromJson);
    goThrough(*json, wire::summaryFromJson);
    goThrough(*json, wire::hallFromJson);
    goThrough(*json, wire::leaseFromJson);
    goThrough(*json, wire::problemFromJson);
    static_cast<void>(wire::caseFromJson(*json));
    return 0;
}
