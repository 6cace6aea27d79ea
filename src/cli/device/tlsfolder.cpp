#include "cli/device/tlsfolder.h"

#include "platform/systemclock.h"

namespace quanke::cli {

Option tlsOption()
{
    return {
        "tls", "DIR", {"存放证书的文件夹", "the folder of the certificates"}, Option::Kind::RequiredValue};
}

Option authorityOption()
{
    return {"authority", "DIR",
        {"存放 authority.key 的文件夹，网关不需要；不写就是 --tls 的文件夹",
            "the folder of authority.key, which the gateway needs not; that of --tls where it is not named"},
        Option::Kind::Value};
}

Option deviceOption()
{
    return {"ID", {}, {"设备编号，例如 window-3", "the device's id, for example window-3"},
        Option::Kind::Positional};
}

certificates::Folders foldersOf(const Arguments &arguments)
{
    return {arguments.value("tls"), arguments.value(arguments.has("authority") ? "authority" : "tls")};
}

Result<certificates::Authority> authorityOf(const Arguments &arguments)
{
    static const platform::SystemClock clock;
    return certificates::Authority::open(foldersOf(arguments), clock);
}

} // namespace quanke::cli
