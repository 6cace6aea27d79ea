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
    return {"在 --tls 文件夹里生成证书颁发机构（20 年）和网关证书（3 年）。已有颁发机构时只换发网关证书。\n"
            "除 authority.key 外，网关需要其余文件；authority.key 只用于登记和停用设备。\n"
            "--json 输出 {\"tls\",\"names\",\"authority\":\"made\"|\"kept\"}。\n"
            "退出码：0 正常，2 用法或输入有误。",
        "Makes an authority (20 years) and the gateway's certificate (3 years) in the folder of --tls; where "
        "there is an\nauthority, only the gateway's certificate anew. The gateway needs all files but "
        "authority.key, which enrols and revokes.\n"
        "--json prints {\"tls\",\"names\",\"authority\":\"made\"|\"kept\"}.\nExit code: 0 fine, 2 wrong "
        "usage or "
        "input."};
}

std::vector<Option> DeviceInitCommand::options() const
{
    return {tlsOption(),
        {"names", "NAME,NAME…",
            {"网关的名称和 IP 地址，例如 gateway.hall.local,10.1.2.3",
                "names and IP addresses of the gateway, for example gateway.hall.local,10.1.2.3"},
            Option::Kind::RequiredValue},
        jsonOption()};
}

ExitCode DeviceInitCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const platform::SystemClock clock;
    const bool isThere = certificates::Authority::isIn(arguments.value("tls"));
    const auto authority =
        isThere ? authorityOf(arguments) : certificates::Authority::make(arguments.value("tls"), clock);
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
        streams.out << words("device.ready", {{"path", arguments.value("tls")}}, streams.language) << '\n';
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
