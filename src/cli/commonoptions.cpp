#include "cli/commonoptions.h"

namespace quanke::cli {

Option formsOption()
{
    return {"forms", "DIR", {"定义所在文件夹（forms/）", "the folder of the definitions (forms/)"},
        Option::Kind::RequiredValue};
}

Option jsonOption()
{
    return {"json", {}, {"在标准输出上给出 JSON", "print JSON on standard output"}, Option::Kind::Flag};
}

} // namespace quanke::cli
