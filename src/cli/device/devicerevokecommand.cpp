#include "cli/device/devicerevokecommand.h"

#include "cli/commonoptions.h"
#include "cli/device/tlsfolder.h"
#include "cli/formsource.h"
#include "cli/words.h"

#include <ostream>

namespace quanke::cli {

LocalText DeviceRevokeCommand::summary() const
{
    return {"停用一台设备", "Revokes a device"};
}

LocalText DeviceRevokeCommand::description() const
{
    return {"该设备的全部证书作废。网关从下一个请求起拒绝它，已经登录的也一样。\n"
            "--json 输出 {\"device\",\"certificates\"}。退出码：0 已停用，1 没有登记过，2 用法或输入有误。",
        "All its certificates hold no longer: the gateway refuses its next request, signed in or not.\n"
        "--json prints {\"device\",\"certificates\"}. Exit code: 0 revoked, 1 never enrolled, 2 wrong usage "
        "or "
        "input."};
}

std::vector<Option> DeviceRevokeCommand::options() const
{
    return {deviceOption(), tlsOption(), authorityOption(), jsonOption()};
}

ExitCode DeviceRevokeCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto device = arguments.value("ID");
    const auto authority = authorityOf(arguments);
    const auto revoked = authority ? authority->revoke(device) : Result<int>(authority.failure());
    if (!revoked) {
        const auto code = refuse(revoked.failure(), streams);
        return revoked.failure().key == "device.unknown" ? ExitCode::Findings : code;
    }
    if (arguments.has("json")) {
        printJson({{"device", device}, {"certificates", *revoked}}, streams);
    } else {
        streams.out << words("device.revoked", {{"device", device}}, streams.language) << '\n';
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
