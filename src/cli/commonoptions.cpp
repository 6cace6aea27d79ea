#include "cli/commonoptions.h"

namespace quanke::cli {

Option formsOption()
{
    return {"forms", "DIR",
        {"定义所在文件夹；不给时用随程序安装的",
            "the folder of the definitions; those installed with the program if not given"}};
}

std::filesystem::path formsFolder(const Arguments &arguments)
{
    namespace fs = std::filesystem;
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

Option jsonOption()
{
    return {"json", {}, {"在标准输出上给出 JSON", "print JSON on standard output"}, Option::Kind::Flag};
}

} // namespace quanke::cli
