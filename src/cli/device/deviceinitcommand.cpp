#include "cli/device/deviceinitcommand.h"

#include "certificates/authority.h"
#include "cli/commonoptions.h"
#include "cli/device/tlsfolder.h"
#include "cli/formsource.h"
#include "cli/words.h"
#include "platform/systemclock.h"

#include <ostream>

namespace quanke::cli {

LocalText DeviceInitCommand::summary() const
{
    return {"建立本大厅的证书", "Makes the hall's certificates"};
}

LocalText DeviceInitCommand::description() const
{
    return {
        "生成证书颁发机构（20 年）和网关证书（3 年）。已有颁发机构时只换发网关证书，网关重新启动后生效。\n"
        "--tls 文件夹里的文件网关都要读：属于该文件夹的用户和组。--authority 文件夹里的 authority.key 和\n"
        "devices.json 只用于登记和停用设备，网关不需要。\n"
        "--json 输出 {\"tls\",\"names\",\"authority\":\"made\"|\"kept\"}。\n"
        "退出码：0 正常，2 用法或输入有误。",
        "Makes an authority (20 years) and the gateway's certificate (3 years); where there is an authority, "
        "only the gateway's\ncertificate anew, which counts once the gateway is started anew. What lies in "
        "the "
        "folder of --tls the gateway reads: it\nbelongs to that folder's user and group. authority.key and "
        "devices.json, in the folder of --authority, enrol and\nrevoke; the gateway needs neither.\n"
        "--json prints {\"tls\",\"names\",\"authority\":\"made\"|\"kept\"}.\nExit code: 0 fine, 2 wrong "
        "usage or input."};
}

std::vector<Option> DeviceInitCommand::options() const
{
    return {tlsOption(), authorityOption(),
        {"names", "NAME,NAME…",
            {"网关的名称和 IP 地址，例如 gateway.hall.local,10.1.2.3",
                "names and IP addresses of the gateway, for example gateway.hall.local,10.1.2.3"},
            Option::Kind::RequiredValue},
        jsonOption()};
}

ExitCode DeviceInitCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const platform::SystemClock clock;
    const bool isThere = certificates::Authority::isIn(foldersOf(arguments));
    const auto authority =
        isThere ? authorityOf(arguments) : certificates::Authority::make(foldersOf(arguments), clock);
    const auto certified =
        authority ? authority->certifyGateway(arguments.list("names")) : Result<Done>(authority.failure());
    if (!certified) {
        return refuse(certified.failure(), streams);
    }
    if (arguments.has("json")) {
        printJson({{"tls", arguments.value("tls")}, {"names", arguments.list("names")},
                      {"authority", isThere ? "kept" : "made"}},
            streams);
    } else {
        streams.out << words(
            isThere ? "device.renewed" : "device.ready", {{"path", arguments.value("tls")}}, streams.language)
                    << '\n';
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
