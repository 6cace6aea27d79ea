#include "core/check/check.h"
#include "fuzz/fuzzing.h"

#include <QtGlobal>

#include "core/catalogue/smallset.h" // which wants Qt's words for giving up

#include <array>

using namespace quanke;

namespace {

constexpr std::array<const char *, 8> paths{"matters/A-1.json", "elements.json", "situations.json",
    "materials.json", "codes.json", "departments.json", "messages/zh_CN.json", "bundles/b.json"};

std::string noDigest(std::string_view)
{
    return std::string(64, '0');
}

} // namespace

/// The first byte says which file of a small set of definitions the rest stands for. Whatever is in it, checking says what is
/// wrong with it, and what has no finding loads.
int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const auto base = test::smallSet();
    auto text = test::textOf(bytes, size);
    auto files = base;
    files[paths[test::takeChoice(text) % paths.size()]] = std::string(text);
    const auto findings = check::check(files, noDigest);
    const auto loaded = catalogue::Catalogue::load(files);
    test::demand(loaded || !findings.empty());
    return 0;
}
