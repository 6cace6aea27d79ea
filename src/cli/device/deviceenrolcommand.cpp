#include "cli/device/deviceenrolcommand.h"

#include "cli/common/passwordfile.h"
#include "cli/commonoptions.h"
#include "cli/device/tlsfolder.h"
#include "cli/formsource.h"
#include "cli/words.h"
#include "platform/durablefile.h"

#include <filesystem>
#include <ostream>

namespace quanke::cli {

namespace {

Result<certificates::EnrolledDevice> enrol(const Arguments &arguments)
{
    const std::filesystem::path out = arguments.value("out");
    std::error_code ignored;
    if (std::filesystem::exists(out, ignored)) {
        return Failure{"enrolment.exists", {{"path", out.string()}}};
    }
    const auto password = readPassword(arguments.value("password-file"));
    if (!password) {
        return password.failure();
    }
    const auto authority = authorityOf(arguments);
    const auto file = authority ? authority->enrol(arguments.value("ID"), password->view())
                                : Result<std::string>(authority.failure());
    if (!file) {
        return file.failure();
    }
    const auto written =
        platform::writeWhole(out, [&file](platform::DurableFile &into) { return into.append(*file); });
    if (!written) {
        return written.failure();
    }
    const auto devices = authority->devices();
    return devices ? Result<certificates::EnrolledDevice>(devices->back()) : devices.failure();
}

} // namespace

LocalText DeviceEnrolCommand::summary() const
{
    return {"登记一台设备", "Enrols a device"};
}

LocalText DeviceEnrolCommand::description() const
{
    return {"给设备发一年的证书，写入用口令保护的文件（PKCS #12），由 quanke-desk --enrolment 文件 读入。\n"
            "再次登记即续期：旧证书照用，到期或停用为止。已经办过件的设备要用它原来的编号登记。\n"
            "--json 输出 {\"device\",\"serial\",\"until\",\"file\"}。退出码：0 正常，2 用法或输入有误。",
        "Gives the device a certificate for a year, in a file sealed with a password (PKCS #12) that "
        "quanke-desk "
        "--enrolment FILE\ntakes in. Enrolling again renews: the old one is good until it ends or is "
        "revoked. A "
        "desk that has worked is enrolled\nunder the id it has.\n"
        "--json prints {\"device\",\"serial\",\"until\",\"file\"}. Exit code: 0 fine, 2 wrong usage or "
        "input."};
}

std::vector<Option> DeviceEnrolCommand::options() const
{
    return {deviceOption(), tlsOption(), authorityOption(),
        {"out", "FILE", {"登记文件写到哪里", "where the enrolment goes"}, Option::Kind::RequiredValue},
        {"password-file", "FILE",
            {"第一行是登记文件口令的文件", "a file whose first line is the enrolment's password"},
            Option::Kind::RequiredValue},
        jsonOption()};
}

ExitCode DeviceEnrolCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto enrolled = enrol(arguments);
    if (!enrolled) {
        return refuse(enrolled.failure(), streams);
    }
    if (arguments.has("json")) {
        printJson({{"device", enrolled->device}, {"serial", enrolled->serial},
                      {"until", toText(enrolled->until)}, {"file", arguments.value("out")}},
            streams);
    } else {
        streams.out << words("device.enrolled",
            {{"device", enrolled->device}, {"path", arguments.value("out")},
                {"until", toText(dayInChina(enrolled->until))}},
            streams.language)
                    << '\n';
    }
    return ExitCode::Fine;
}

} // namespace quanke::cli
