#include "core/casework/casefile.h"
#include "core/casework/filereference.h"
#include "fuzz/fuzzing.h"
#include "platform/folder.h"

using namespace quanke;
using namespace quanke::casework;

namespace {

/// The repository's definitions, and a case under them that waits for its departments.
struct Hall {
    catalogue::Catalogue catalogue;
    CaseFile file;
};

Operation submission()
{
    Operation operation;
    operation.id = "01935f00-0000-7000-8000-000000000001";
    operation.kind = "case.submit";
    operation.device = "D-1";
    operation.sequence = 1;
    operation.actor = "wangxm";
    operation.at = "2026-11-21T01:00:00.000Z";
    operation.caseId = "01935f00-0000-7000-8000-0000000000ff";
    operation.body = {{"number", "QS-1"}, {"bundle", "BUNDLE-HOTEL"}, {"forms", std::string(64, 'a')},
        {"ticked", {"HT-01", "HT-08"}}, {"answers", Json::object()}, {"values", Json::object()},
        {"applicant", {{"name", "陈谷雨"}, {"idNo", ""}}}, {"window", "1"}};
    return operation;
}

Hall makeHall()
{
    auto catalogue =
        *catalogue::Catalogue::load(*platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json"));
    auto file = *apply(catalogue, nullptr, submission(), {"wangxm", {Role::Clerk}, {}});
    return {std::move(catalogue), std::move(file)};
}

} // namespace

/// What is taken for an operation has one text that reads back as the same, and does to a case what it may or nothing.
int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const Hall hall = makeHall();
    auto json = parseJson(test::textOf(bytes, size));
    if (!json) {
        return 0;
    }
    const auto operation = operationFromJson(std::move(*json));
    if (!operation) {
        return 0;
    }
    const auto text = bytesOf(*operation);
    const auto again = operationFromJson(*parseJson(text));
    test::demand(again && bytesOf(*again) == text);
    static_cast<void>(filesIn(operation->body));
    const std::set<Role> everything{Role::Clerk, Role::IssueClerk, Role::Approver, Role::Supervisor};
    const Actor actor{operation->actor, everything, hall.catalogue.matter("HT-01")->department};
    for (const auto *file : {static_cast<const CaseFile *>(nullptr), &hall.file}) {
        const auto next = apply(hall.catalogue, file, *operation, actor);
        test::demand(!next || next->history.size() == (file == nullptr ? 1 : file->history.size() + 1));
    }
    return 0;
}
