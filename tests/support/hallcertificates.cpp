#include "support/hallcertificates.h"

#include "platform/systemclock.h"
#include "support/must.h"

namespace quanke::test {

namespace {

constexpr const char *enrolmentPassword = "correct horse battery";

} // namespace

HallCertificates::HallCertificates()
{
    const platform::SystemClock clock;
    must(must(certificates::Authority::make(path(), clock)).certifyGateway({"127.0.0.1"}));
}

certificates::Enrolment HallCertificates::enrol(const std::string &device, Instant at) const
{
    const TestClock clock(at);
    const auto authority = must(certificates::Authority::open(path(), clock));
    return must(certificates::unpack(must(authority.enrol(device, enrolmentPassword)), enrolmentPassword));
}

certificates::Enrolment HallCertificates::enrol(const std::string &device) const
{
    return enrol(device, platform::SystemClock().now());
}

void HallCertificates::revoke(const std::string &device) const
{
    const platform::SystemClock clock;
    must(must(certificates::Authority::open(path(), clock)).revoke(device));
}

void HallCertificates::certifyGateway(const std::vector<std::string> &addresses, Instant at) const
{
    const TestClock clock(at);
    must(must(certificates::Authority::open(path(), clock)).certifyGateway(addresses));
}

} // namespace quanke::test
