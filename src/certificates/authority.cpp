#include "certificates/authority.h"

#include "certificates/device.h"
#include "certificates/enrolment.h"
#include "certificates/files.h"
#include "certificates/issuing.h"
#include "platform/durablefile.h"
#include "platform/folder.h"
#include "platform/folderlock.h"

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

Failure busy()
{
    return {"authority.busy"};
}

Failure elseMissing(const Failure &failure, const char *key, const std::filesystem::path &folder)
{
    return failure.key == "file.missing" ? Failure{key, {{"path", folder.string()}}} : failure;
}

/// The one that is there, or else a new one.
Result<std::string> keyFor(const std::filesystem::path &path)
{
    auto kept = platform::readFile(path, longestFile);
    if (kept && !keyIn(*kept)) {
        return Failure{"authority.malformed", {{"path", path.string()}}};
    }
    if (kept || kept.failure().key != "file.missing") {
        return kept;
    }
    const auto made = makeKey();
    if (!made) {
        return made.failure();
    }
    auto text = pemOf(**made);
    const auto written = write(path, text);
    return written ? Result<std::string>(std::move(text)) : Result<std::string>(written.failure());
}

/// Characters of UTF-8.
std::size_t lengthOf(std::string_view text)
{
    constexpr unsigned markBits = 0xc0;
    constexpr unsigned goesOn = 0x80;
    return std::size_t(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & markBits) != goesOn; }));
}

} // namespace

Authority::Authority(Folders folders, const Clock &clock, std::string certificate, std::string key)
    : m_folders(std::move(folders))
    , m_clock(&clock)
    , m_certificate(std::move(certificate))
    , m_key(std::move(key))
{
}

bool Authority::isIn(const Folders &folders)
{
    std::error_code ignored;
    return std::filesystem::exists(folders.gateways / authorityFile, ignored);
}

Result<Authority> Authority::make(const Folders &folders, const Clock &clock)
{
    for (const auto &folder : {folders.gateways, folders.own}) {
        if (const auto made = platform::makeFolders(folder); !made) {
            return made.failure();
        }
    }
    const auto lock = platform::FolderLock::take(folders.own);
    if (!lock) {
        return busy();
    }
    if (isIn(folders)) {
        return Failure{"authority.exists", {{"path", folders.gateways.string()}}};
    }
    const auto keyText = keyFor(folders.own / authorityKeyFile);
    if (!keyText) {
        return keyText.failure();
    }
    const auto key = keyIn(*keyText);
    const auto certificate = issue(
        {Purpose::Authority, "Quanke device authority", {}, clock.now(), authorityLasts}, *key, nullptr);
    if (!certificate) {
        return certificate.failure();
    }
    const Authority made(folders, clock, pemOf(**certificate), *keyText);
    const auto known = made.devices();
    if (!known && known.failure().key != "file.missing") {
        return known.failure();
    }
    if (auto kept = made.keepDevices(known ? *known : std::vector<EnrolledDevice>()); !kept) {
        return kept.failure();
    }
    // The certificate last: where that is, everything is.
    const auto kept = writeForGateway(folders.gateways / authorityFile, made.m_certificate);
    return kept ? Result<Authority>(made) : Result<Authority>(kept.failure());
}

Result<Authority> Authority::open(const Folders &folders, const Clock &clock)
{
    const auto certificate = platform::readFile(folders.gateways / authorityFile, longestFile);
    if (!certificate) {
        return elseMissing(certificate.failure(), "authority.missing", folders.gateways);
    }
    const auto key = platform::readFile(folders.own / authorityKeyFile, longestFile);
    if (!key) {
        return elseMissing(key.failure(), "authority.key-missing", folders.own);
    }
    const auto read = certificateIn(*certificate);
    const auto readKey = keyIn(*key);
    if (!read || !readKey || X509_check_private_key(read.get(), readKey.get()) != 1) {
        return Failure{"authority.malformed", {{"path", folders.own.string()}}};
    }
    return Authority(folders, clock, *certificate, *key);
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
    const auto lock = platform::FolderLock::take(m_folders.own);
    if (!lock) {
        return busy();
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
    return writeForGateway(m_folders.gateways / gatewayFile, pemOf(**certificate) + pemOf(**key));
}

Result<std::string> Authority::enrol(const std::string &device, std::string_view password) const
{
    if (!isDeviceId(device)) {
        return Failure{"device.malformed", {{"given", device}}};
    }
    if (lengthOf(password) < shortestPassword) {
        return Failure{"enrolment.password-weak"};
    }
    const auto lock = platform::FolderLock::take(m_folders.own); // until what was read is written
    if (!lock) {
        return busy();
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
    const auto lock = platform::FolderLock::take(m_folders.own); // until what was read is written
    if (!lock) {
        return busy();
    }
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
    const Failure malformed{"authority.malformed", {{"path", (m_folders.own / devicesFile).string()}}};
    const auto text = platform::readFile(m_folders.own / devicesFile);
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
    return write(m_folders.own / devicesFile, Json{{"devices", list}}.dump(2) + '\n');
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
    const auto list =
        listRevoked(revoked, nextNumber(m_folders.gateways / revokedFile, now), {*authority, *key}, now);
    return list ? writeForGateway(m_folders.gateways / revokedFile, pemOf(**list))
                : Result<Done>(list.failure());
}

} // namespace quanke::certificates
