#include "cli/common/devicewords.h"

namespace quanke::cli {

const std::map<std::string_view, LocalText> &deviceWords()
{
    static const std::map<std::string_view, LocalText> texts{
        {"device.ready",
            {"证书已备好：{path}。网关用 --tls {path} 启动；authority.key 另行妥善保管。",
                "The certificates are ready in {path}. Start the gateway with --tls {path}; keep "
                "authority.key safe."}},
        {"device.renewed",
            {"{path} 里的网关证书已换发。请重新启动网关。",
                "The gateway's certificate in {path} is a new one. Start the gateway anew."}},
        {"device.enrolled",
            {"设备 {device} 的登记文件已写入 {path}，有效期至 {until}。请把文件和口令分别交给该设备。",
                "The enrolment of device {device} is in {path}, good until {until}. Bring file and "
                "password to the device by different ways."}},
        {"device.revoked", {"设备 {device} 已停用。", "Device {device} is revoked."}},
        {"device.none", {"还没有登记过设备。", "No device has been enrolled."}},
        {"device.good", {"有效", "good"}},
        {"device.ending", {"即将到期", "ends soon"}},
        {"device.ended", {"已过期", "ended"}},
        {"device.out", {"已停用", "revoked"}},
        {"device.unknown", {"没有登记过设备“{given}”。", "No device \"{given}\" has been enrolled."}},
        {"device.malformed",
            {"“{given}”不能用作设备编号：只用字母、数字、“-”和“_”，最多 40 个。",
                "\"{given}\" cannot be a device's id: letters, digits, \"-\" and \"_\", at most 40."}},
        {"enrolment.password-weak", {"口令至少 10 个字符。", "The password needs ten characters."}},
        {"enrolment.exists",
            {"文件 {path} 已经有了，请换一个名字。", "There is a file {path} already; choose another name."}},
        {"enrolment.wrong-password", {"登记文件的口令不对。", "The enrolment's password is wrong."}},
        {"enrolment.malformed",
            {"{path} 不是设备登记文件，或已损坏。", "{path} is no device's enrolment, or damaged."}},
        {"gateway.no-address",
            {"--names 里至少写一个网关的名称或 IP 地址。",
                "--names wants at least one name or IP address of the gateway."}},
        {"gateway.malformed-address",
            {"“{given}”不是名称，也不是 IP 地址。", "\"{given}\" is neither a name nor an IP address."}},
        {"authority.missing",
            {"{path} 里没有证书。请先运行 quanke device init。",
                "There are no certificates in {path}. Run quanke device init first."}},
        {"authority.key-missing",
            {"{path} 里没有 authority.key。它在别处时，请用 --authority 指明文件夹。",
                "There is no authority.key in {path}. Where it is kept elsewhere, name that folder by "
                "--authority."}},
        {"authority.busy",
            {"另一条 quanke device 命令正在运行，请稍后再试。",
                "Another quanke device command is at work. Try again when it has ended."}},
        {"authority.malformed",
            {"{path} 已损坏，请从备份恢复。", "{path} is damaged; put it back from the backup."}},
        {"device.other-certificate", {"证书属于另一台设备。", "The certificate is another device's."}},
        {"certificates.openssl", {"无法生成证书。", "The certificate cannot be made."}},
        {"file.unwritable",
            {"{path} 写不了，请检查权限和磁盘。", "{path} cannot be written; check permissions and disk."}},
    };
    return texts;
}

const std::map<std::string_view, LocalText> &secureLinkWords()
{
    static const std::map<std::string_view, LocalText> texts{
        {"link.gateway-unknown",
            {"无法确认网关身份，内容不会发给它。",
                "The gateway cannot prove that it is the hall's. Nothing is sent to it."}},
        {"link.gateway-expired",
            {"网关的证书已过期，或者时钟不准。",
                "The gateway's certificate has ended, or a clock is wrong."}},
        {"link.gateway-other-name",
            {"网关的证书不是为这个地址签发的。", "The gateway's certificate is for another address."}},
        {"link.gateway-insecure",
            {"网关没有提供安全连接（TLS 1.2 及以上）。",
                "The gateway offers no safe connection (TLS 1.2 or newer)."}},
        {"link.gateway-unsure",
            {"网关读不到停用名单，暂不接受任何设备。",
                "The gateway cannot read which devices were revoked, and lets none in."}},
        {"link.device-expired",
            {"设备的证书已过期，请重新登记。",
                "The device's certificate has ended; have it enrolled again."}},
        {"link.device-refused",
            {"网关不认可设备的证书。", "The gateway does not accept the device's certificate."}},
        {"link.device-revoked", {"设备已被停用。", "The device was revoked."}},
        {"link.insecure",
            {"{given}：通过网络只能用 https:// 访问网关。",
                "{given}: over the network the gateway is reached by https:// alone."}},
        {"link.enrolled-plain",
            {"{given}：带设备登记文件时只能用 https:// 访问网关。",
                "{given}: with an enrolment the gateway is reached by https:// alone."}},
        {"link.not-enrolled",
            {"https:// 需要设备登记文件：--enrolment 和 --enrolment-password-file。",
                "Over https:// a device is enrolled: --enrolment FILE and --enrolment-password-file FILE."}},
    };
    return texts;
}

} // namespace quanke::cli
