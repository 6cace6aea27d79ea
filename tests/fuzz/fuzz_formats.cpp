#include "core/base/json.h"
#include "core/formats/citizenid.h"
#include "core/formats/namedcheck.h"
#include "fuzz/fuzzing.h"

#include <array>

using namespace quanke;

namespace {

constexpr std::array<std::string_view, 14> names{"cn-id", "uscc", "cn-mobile", "cn-phone", "cn-name", "date",
    "local-date-time", "date-time", "cn-division", "email", "cn-postcode", "bank-account", "luhn",
    "unheard-of"};
constexpr std::array<std::string_view, 8> documents{"111", "414", "511", "516", "553", "HMT", "", "x"};

bool isUtf8(std::string_view text)
{
    try {
        static_cast<void>(Json(text).dump());
        return true;
    } catch (const Json::type_error &) {
        return false;
    }
}

} // namespace

/// The first byte says which check, the second what kind of document; then what somebody typed. Text as it
/// would be kept is kept: another look changes nothing. Other bytes bring nothing down.
int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    auto text = test::textOf(bytes, size);
    const auto name = names[test::takeChoice(text) % names.size()];
    formats::CheckContext context;
    context.documentType = documents[test::takeChoice(text) % documents.size()];
    context.today = *parseDate("2026-11-21");
    const auto kept = formats::normalise(name, text);
    static_cast<void>(formats::runNamedCheck(name, text, context));
    static_cast<void>(formats::runNamedCheck(name, kept, context));
    test::demand(!isUtf8(text) || formats::normalise(name, kept) == kept);
    static_cast<void>(formats::withEighteenDigits(text));
    static_cast<void>(formats::factsOf(text));
    return 0;
}
