#include "cli/online/installedforms.h"

#include "cli/commonoptions.h"
#include "platform/folder.h"
#include "seal/digest.h"

#include <filesystem>

namespace quanke::cli {

namespace {

namespace fs = std::filesystem;

fs::path formsFolder(const Arguments &arguments)
{
    if (arguments.has("forms")) {
        return arguments.value("forms");
    }
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto &folder : {program / "../share/quanke/forms", program / "../../../forms"}) {
        if (fs::exists(folder / "elements.json", error)) {
            return folder;
        }
    }
    return "/usr/share/quanke/forms";
}

} // namespace

Option optionalFormsOption()
{
    auto option = formsOption();
    option.kind = Option::Kind::Value;
    option.help = {"定义所在文件夹；不给时用随程序安装的",
        "the folder of the definitions; those installed with the program if not given"};
    return option;
}

Result<PinnedCatalogue> loadPinnedCatalogue(const Arguments &arguments)
{
    const auto files = platform::readTextFiles(formsFolder(arguments), ".json");
    if (!files) {
        return files.failure();
    }
    auto catalogue = catalogue::Catalogue::load(*files);
    if (!catalogue) {
        return catalogue.failure();
    }
    return PinnedCatalogue{std::move(*catalogue), seal::sha256(catalogue::pinnedText(*files))};
}

} // namespace quanke::cli
