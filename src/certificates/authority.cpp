#include "certificates/authority.h"

#include "certificates/device.h"
#include "certificates/enrolment.h"
#include "certificates/files.h"
#include "certificates/issuing.h"
#include "platform/durablefile.h"
#include "platform/folder.h"

#include <algorithm>

namespace quanke::certificates {

namespace {

constexpr std::chrono::days authorityLasts{20 * 365};
constexpr std::chrono::days gatewayLasts{3 * 365};
constexpr std::chrono::days deviceLasts{365};
constexpr std::size_t shortestPassword = 10;

Result<Done> write(const std::filesystem::path &path, std::string_view text)
{
    return platform::writeWhole(path, [text](platform::DurableFile &file) { return file.append(text); });
}

/// The gateway is another user's, who went on by what stood there before where it could not read the new one.
Result<Done> writeForGateway(const std::filesystem::path &path, std::string_view text)
{
    return platform::writeForReaders(path, [text](platform::DurableFile &file) { return file.append(text); });
}

Json toJson(const EnrolledDevice &device)
{
    Json json{{"device", device.device}, {"serial", device.serial}, {"from", toText(device.from)},
        {"until", toText(device.until)}};
    if (device.revokedAt) {
        json["revoked"] = toText(*device.revokedAt);
    }
    return json;
}

std::optional<EnrolledDevice> deviceFromJson(const Json &json)
{
    if (!json.is_object()) {
        return std::nullopt;
    }
    const auto text = [&json](const char *member) {
        const auto found = json.find(member);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto from = parseInstant(text("from"));
    const auto until = parseInstant(text("until"));
    const bool isRevoked = json.contains("revoked");
    const auto revokedAt = parseInstant(text("revoked"));
    if (!from || !until || text("device").empty() || text("serial").empty() || (isRevoked && !revokedAt)) {
        return std::nullopt;
    }
    return EnrolledDevice{text("device"), text("serial"), *from, *until, revokedAt};
}

/// Higher than that of the list which is there, and, where that is gone or was put back, than those before it.
std::uint64_t nextNumber(const std::filesystem::path &path, Instant now)
{
    const auto text = platform::readFile(path);
    const auto list = text ? revocationListIn(*text) : nullptr;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const std::uint64_t byClock = seconds > 0 ? std::uint64_t(seconds) : 0;
    return std::max(byClock, list ? numberOf(*list) + 1 : 0);
}

} // namespace

Authority::Authority(
    std::filesystem::path folder, const Clock &clock, std::string certificate, std::string key)
    : m_folder(std::move(folder))
    , m_clock(&clock)
    , m_certificate(std::move(certificate))
    , m_key(std::move(key))
{
}

bool Authority::isIn(const std::filesystem::path &folder)
{
    std::error_code ignored;
    return std::filesystem::exists(folder / authorityFile, ignored)
        || std::filesystem::exists(folder / authorityKeyFile, ignored);
}

Result<Authority> Authority::make(const std::filesystem::path &folder, const Clock &clock)
{
    if (isIn(folder)) {
        return Failure{"authority.exists", {{"path", folder.string()}}};
    }
    if (const auto made = platform::makeFolders(folder); !made) {
        return made.failure();
    }
    const auto key = makeKey();
    if (!key) {
        return key.failure();
    }
    const auto certificate = issue(
        {Purpose::Authority, "Quanke device authority", {}, clock.now(), authorityLasts}, **key, nullptr);
    if (!certificate) {
        return certificate.failure();
    }
    const Authority made(folder, clock, pemOf(**certificate), pemOf(**key));
    // The certificate last: a folder that has it is whole.
    if (auto kept = write(folder / authorityKeyFile, made.m_key); !kept) {
        return kept.failure();
    }
    if (auto kept = made.keepDevices({}); !kept) {
        return kept.failure();
    }
    if (auto kept = writeForGateway(folder / authorityFile, made.m_certificate); !kept) {
        return kept.failure();
    }
    return made;
}

Result<Authority> Authority::open(const std::filesystem::path &folder, const Clock &clock)
{
    const auto certificate = platform::readFile(folder / authorityFile, longestFile);
    const auto key = platform::readFile(folder / authorityKeyFile, longestFile);
    if (!certificate || !key) {
        const auto &failure = certificate ? key.failure() : certificate.failure();
        return failure.key == "file.missing" ? Failure{"authority.missing", {{"path", folder.string()}}}
                                             : failure;
    }
    const auto read = certificateIn(*certificate);
    const auto readKey = keyIn(*key);
    if (!read || !readKey || X509_check_private_key(read.get(), readKey.get()) != 1) {
        return Failure{"authority.malformed", {{"path", folder.string()}}};
    }
    return Authority(folder, clock, *certificate, *key);
}

Result<Done> Authority::certifyGateway(const std::vector<std::string> &addresses) const
{
    if (addresses.empty()) {
        return Failure{"gateway.no-address"};
    }
    for (const auto &address : addresses) {
        if (!isAddress(address)) {
            return Failure{"gateway.malformed-address", {{"given", address}}};
        }
    }
    const auto authority = certificateIn(m_certificate);
    const auto authorityKey = keyIn(m_key);
    const Signer signer{*authority, *authorityKey};
    const auto key = makeKey();
    if (!key) {
        return key.failure();
    }
    const Wanted wanted{Purpose::Gateway, "Quanke gateway", addresses, m_clock->now(), gatewayLasts};
    const auto certificate = issue(wanted, **key, &signer);
    if (!certificate) {
        return certificate.failure();
    }
    // Both in one file, so that no power cut leaves a certificate beside another's key.
    return writeForGateway(m_folder / gatewayFile, pemOf(**certificate) + pemOf(**key));
}

Result<std::string> Authority::enrol(const std::string &device, std::string_view password) const
{
    if (!isDeviceId(device)) {
        return Failure{"device.malformed", {{"given", device}}};
    }
    if (password.size() < shortestPassword) {
        return Failure{"enrolment.password-weak"};
    }
    auto known = devices();
    if (!known) {
        return known.failure();
    }
    const auto authority = certificateIn(m_certificate);
    const auto authorityKey = keyIn(m_key);
    const Signer signer{*authority, *authorityKey};
    const auto key = makeKey();
    if (!key) {
        return key.failure();
    }
    const auto now = m_clock->now();
    const auto certificate = issue({Purpose::Desk, device, {}, now, deviceLasts}, **key, &signer);
    if (!certificate) {
        return certificate.failure();
    }
    auto packed =
        pack({device, pemOf(**certificate), pemOf(**key), m_certificate, untilOf(**certificate)}, password);
    if (!packed) {
        return packed;
    }
    // Before it is given away: whatever is out can be revoked.
    known->push_back({device, serialOf(**certificate), now, untilOf(**certificate), {}});
    const auto kept = keepDevices(*known);
    return kept ? packed : Result<std::string>(kept.failure());
}

Result<int> Authority::revoke(const std::string &device) const
{
    auto known = devices();
    if (!known) {
        return known.failure();
    }
    int revoked = 0;
    for (auto &one : *known) {
        if (one.device == device) {
            one.revokedAt = one.revokedAt.value_or(m_clock->now());
            ++revoked;
        }
    }
    if (revoked == 0) {
        return Failure{"device.unknown", {{"given", device}}};
    }
    const auto kept = keepDevices(*known);
    return kept ? Result<int>(revoked) : Result<int>(kept.failure());
}

Result<std::vector<EnrolledDevice>> Authority::devices() const
{
    const Failure malformed{"authority.malformed", {{"path", (m_folder / devicesFile).string()}}};
    const auto text = platform::readFile(m_folder / devicesFile);
    if (!text) {
        return text.failure();
    }
    const auto json = parseJson(*text);
    const auto list = json && json->is_object() ? json->value("devices", Json()) : Json();
    if (!list.is_array()) {
        return malformed;
    }
    std::vector<EnrolledDevice> devices;
    for (const auto &item : list) {
        auto device = deviceFromJson(item);
        if (!device) {
            return malformed;
        }
        devices.push_back(std::move(*device));
    }
    return devices;
}

/// Who is revoked is on the gateway's list before it stands in the register: said to be revoked is revoked.
Result<Done> Authority::keepDevices(const std::vector<EnrolledDevice> &devices) const
{
    if (auto written = writeRevocations(devices); !written) {
        return written;
    }
    Json list = Json::array();
    for (const auto &device : devices) {
        list.push_back(toJson(device));
    }
    return write(m_folder / devicesFile, Json{{"devices", list}}.dump(2) + '\n');
}

Result<Done> Authority::writeRevocations(const std::vector<EnrolledDevice> &devices) const
{
    std::vector<Revoked> revoked;
    for (const auto &device : devices) {
        if (device.revokedAt) {
            revoked.push_back({device.serial, *device.revokedAt});
        }
    }
    const auto authority = certificateIn(m_certificate);
    const auto key = keyIn(m_key);
    const auto now = m_clock->now();
    const auto list = listRevoked(revoked, nextNumber(m_folder / revokedFile, now), {*authority, *key}, now);
    return list ? writeForGateway(m_folder / revokedFile, pemOf(**list)) : Result<Done>(list.failure());
}

} // namespace quanke::certificates
