#pragma once

#include "certificates/authority.h"
#include "certificates/enrolment.h"
#include "support/testclock.h"

#include <QTemporaryDir>

#include <filesystem>
#include <string>

namespace quanke::test {

/// A hall's own authority, with a certificate for a gateway at 127.0.0.1, and desks that it enrols. By this machine's own
/// clock unless told otherwise.
class HallCertificates {
public:
    HallCertificates();

    std::string folder() const { return m_folder.filePath(QStringLiteral("tls")).toStdString(); }
    /// Given out then, so that it may have ended by now.
    certificates::Enrolment enrol(const std::string &device, Instant at) const;
    certificates::Enrolment enrol(const std::string &device) const;
    void revoke(const std::string &device) const;
    /// The gateway's anew, for these addresses and given out then.
    void certifyGateway(const std::vector<std::string> &addresses, Instant at) const;

private:
    std::filesystem::path path() const { return folder(); }

    QTemporaryDir m_folder;
};

} // namespace quanke::test
