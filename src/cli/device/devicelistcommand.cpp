#include "cli/device/devicelistcommand.h"

#include "certificates/device.h"
#include "cli/commonoptions.h"
#include "cli/device/tlsfolder.h"
#include "cli/formsource.h"
#include "cli/words.h"
#include "platform/systemclock.h"

#include <ostream>

namespace quanke::cli {

namespace {

std::string stateOf(const certificates::EnrolledDevice &device, Instant now)
{
    return device.revokedAt ? "out" : device.until <= now ? "ended" : "good";
}

/// The same for people, who have something to do in time.
std::string wordOf(const certificates::EnrolledDevice &device, Instant now)
{
    const auto state = stateOf(device, now);
    return state == "good" && certificates::endsSoon(device.until, now) ? "ending" : state;
}

OrderedJson toJson(const certificates::EnrolledDevice &device, Instant now)
{
    static const std::map<std::string, std::string> names{
        {"out", "revoked"}, {"ended", "expired"}, {"good", "good"}};
    return {{"device", device.device}, {"serial", device.serial}, {"from", toText(device.from)},
        {"until", toText(device.until)}, {"state", names.at(stateOf(device, now))}};
}

} // namespace

LocalText DeviceListCommand::summary() const
{
    return {"列出登记过的设备", "Lists the devices enrolled"};
}

LocalText DeviceListCommand::description() const
{
    return {"每张证书一行。--json 输出 {\"items\":[{\"device\",\"serial\",\"from\",\"until\",\n"
            "\"state\":\"good\"|\"expired\"|\"revoked\"}]}。退出码：0 正常，2 用法或输入有误。",
        "One line a certificate. --json prints {\"items\":[{\"device\",\"serial\",\"from\",\"until\",\n"
        "\"state\":\"good\"|\"expired\"|\"revoked\"}]}. Exit code: 0 fine, 2 wrong usage or input."};
}

std::vector<Option> DeviceListCommand::options() const
{
    return {tlsOption(), authorityOption(), jsonOption()};
}

ExitCode DeviceListCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto authority = authorityOf(arguments);
    const auto devices = authority ? authority->devices()
                                   : Result<std::vector<certificates::EnrolledDevice>>(authority.failure());
    if (!devices) {
        return refuse(devices.failure(), streams);
    }
    const auto now = platform::SystemClock().now();
    if (arguments.has("json")) {
        OrderedJson items = OrderedJson::array();
        for (const auto &device : *devices) {
            items.push_back(toJson(device, now));
        }
        printJson({{"items", items}}, streams);
        return ExitCode::Fine;
    }
    if (devices->empty()) {
        streams.out << words("device.none", {}, streams.language) << '\n';
    }
    for (const auto &device : *devices) {
        streams.out << device.device << "  " << toText(dayInChina(device.until)) << "  "
                    << words("device." + wordOf(device, now), {}, streams.language) << '\n';
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
