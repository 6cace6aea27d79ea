#include "cli/device/tlsfolder.h"

#include "platform/systemclock.h"

namespace quanke::cli {

Option tlsOption()
{
    return {
        "tls", "DIR", {"存放证书的文件夹", "the folder of the certificates"}, Option::Kind::RequiredValue};
}

Option deviceOption()
{
    return {"ID", {}, {"设备编号，例如 window-3", "the device's id, for example window-3"},
        Option::Kind::Positional};
}

Result<certificates::Authority> authorityOf(const Arguments &arguments)
{
    static const platform::SystemClock clock;
    return certificates::Authority::open(arguments.value("tls"), clock);
}

} // namespace quanke::cli
