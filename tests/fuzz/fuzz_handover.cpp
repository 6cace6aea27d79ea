#include "fuzz/fuzzing.h"
#include "handover/beginning.h"
#include "handover/contents.h"

using namespace quanke;

namespace {

void readBeginning(std::string_view bytes)
{
    const auto beginning = handover::beginningFrom(bytes);
    if (beginning) {
        const auto again = handover::bytesOf(*beginning);
        test::demand(again == bytes.substr(0, again.size()));
    }
}

void readContents(std::string_view bytes)
{
    const auto json = parseJson(bytes);
    const auto contents = json ? handover::contentsFromJson(*json) : json.failure();
    if (contents) {
        test::demand(bool(handover::contentsFromJson(handover::toJson(*contents))));
        test::demand(!contents->handings.empty() && !contents->number.empty());
    }
}

} // namespace

/// The first byte says whether the rest is a file's beginning, which anybody may write, or the contents that its password
/// opens.
int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    auto text = test::textOf(bytes, size);
    if (test::takeChoice(text) % 2 == 0) {
        readBeginning(text);
    } else {
        readContents(text);
    }
    return 0;
}
