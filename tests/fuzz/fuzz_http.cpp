#include "fuzz/fuzzing.h"
#include "gateway/http/route.h"
#include "gateway/http/tus.h"
#include "gateway/uploads/checksum.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

using namespace quanke;

namespace {

/// As the dispatcher takes an address to pieces.
void readAddress(const std::string &text)
{
    try {
        const Poco::URI uri(text);
        static_cast<void>(uri.getQueryParameters());
        for (const char *pattern :
            {"/v1/cases/{id}", "/v1/cases/{id}/lease", "/v1/sealed/{operation}/documents/{file}"}) {
            const auto names = gateway::match(pattern, uri.getPath());
            test::demand(!names || (!names->empty() && !names->begin()->second.empty()));
        }
    } catch (const Poco::Exception &) {
        return; // request.parameter
    }
}

} // namespace

/// The first byte says whether the rest is an address, Upload-Metadata or Upload-Checksum.
int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    auto rest = test::textOf(bytes, size);
    const auto choice = test::takeChoice(rest) % 3;
    const std::string text(rest);
    if (choice == 0) {
        readAddress(text);
    } else if (choice == 1) {
        static_cast<void>(gateway::announcementIn(text));
    } else if (const auto checksum = gateway::checksumIn(text)) {
        static_cast<void>(gateway::isOf(*checksum, text));
    }
    return 0;
}
