#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quanke::certificates {

/// One certificate that a desk was given.
struct EnrolledDevice {
    std::string device;
    std::string serial;
    Instant from;
    Instant until;
    std::optional<Instant> revokedAt;
};

/// Where an authority keeps what. One folder may be both, where one user runs everything.
struct Folders {
    Folders(const std::filesystem::path &both)
        : Folders(both, both)
    {
    }
    Folders(std::filesystem::path forGateway, std::filesystem::path forAuthority)
        : gateways(std::move(forGateway))
        , own(std::move(forAuthority))
    {
    }

    std::filesystem::path gateways; ///< what the gateway's user reads
    std::filesystem::path own; ///< what enrols and revokes, which the gateway needs not
};

/// The hall's own certificate authority, in two folders or one:
///
///   the gateway's   authority.pem   it
///                   gateway.pem     the gateway's certificate and its key
///                   revoked.pem     the list that the gateway goes by (a CRL)
///   its own         authority.key   whoever has it can enrol
///                   devices.json    who was given what
///
/// Its own files are its owner's alone; the gateway's are also for the group of that folder, where it may enter. One of
/// these calls at a time changes anything: authority.busy. Everything fails with what platform's files fail with, and
/// with certificates.openssl.
class Authority {
public:
    /// In folders that have none yet: authority.exists ("path"). A key that is there is gone on with: this was cut short,
    /// or authority.pem is lost, and what was given out stays good. Fails: authority.malformed ("path").
    static Result<Authority> make(const Folders &folders, const Clock &clock);
    /// Fails: authority.missing, authority.key-missing, authority.malformed, all with "path".
    static Result<Authority> open(const Folders &folders, const Clock &clock);
    static bool isIn(const Folders &folders);

    /// A new certificate for the gateway, which answers at these names and IP addresses. Fails: gateway.malformed-address
    /// ("given"), gateway.no-address.
    Result<Done> certifyGateway(const std::vector<std::string> &addresses) const;
    /// The file that a desk takes in: its key, its certificate and the authority's, sealed with the password (PKCS #12).
    /// What the desk had before goes on until it ends or is revoked. Fails: device.malformed ("given"),
    /// enrolment.password-weak.
    Result<std::string> enrol(const std::string &device, std::string_view password) const;
    /// Every certificate of the device; their number. Fails: device.unknown ("given").
    Result<int> revoke(const std::string &device) const;
    Result<std::vector<EnrolledDevice>> devices() const;

private:
    Authority(Folders folders, const Clock &clock, std::string certificate, std::string key);

    Result<Done> keepDevices(const std::vector<EnrolledDevice> &devices) const;
    Result<Done> writeRevocations(const std::vector<EnrolledDevice> &devices) const;

    Folders m_folders;
    const Clock *m_clock;
    std::string m_certificate; ///< PEM
    std::string m_key; ///< likewise
};

} // namespace quanke::certificates
