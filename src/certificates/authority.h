#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
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

/// The hall's own certificate authority in a folder, whose files are its owner's alone:
///
///   authority.pem, authority.key   it; the key is needed to enrol and to revoke, never by the gateway
///   gateway.pem                    the gateway's certificate and its key
///   devices.json                   who was given what
///   revoked.pem                    the list that the gateway goes by (a CRL)
///
/// Everything fails with what platform's files fail with, and with certificates.openssl.
class Authority {
public:
    /// In a folder that has none yet: authority.exists ("path").
    static Result<Authority> make(const std::filesystem::path &folder, const Clock &clock);
    /// Fails: authority.missing, authority.malformed, both with "path".
    static Result<Authority> open(const std::filesystem::path &folder, const Clock &clock);
    static bool isIn(const std::filesystem::path &folder);

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
    Authority(std::filesystem::path folder, const Clock &clock, std::string certificate, std::string key);

    Result<Done> keepDevices(const std::vector<EnrolledDevice> &devices) const;
    Result<Done> writeRevocations(const std::vector<EnrolledDevice> &devices) const;

    std::filesystem::path m_folder;
    const Clock *m_clock;
    std::string m_certificate; ///< PEM
    std::string m_key; ///< likewise
};

} // namespace quanke::certificates
