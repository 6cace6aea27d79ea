#include "certificates/device.h"

#include "seal/random.h"
#include "seal/text.h"

namespace quanke::certificates {

bool isDeviceId(std::string_view text)
{
    constexpr std::size_t longest = 40;
    return !text.empty() && text.size() <= longest
        && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
        == std::string_view::npos;
}

bool belongsTo(std::string_view device, std::string_view certified)
{
    return !certified.empty() && device.starts_with(certified)
        && (device.size() == certified.size() || device[certified.size()] == '.');
}

bool endsSoon(Instant until, Instant now)
{
    constexpr std::chrono::days month{30};
    return until - now <= month;
}

std::string certifiedIn(const std::string &device)
{
    return device.substr(0, device.find('.'));
}

std::string deviceUnder(const std::string &certified)
{
    constexpr std::size_t bytes = 8;
    return certified + '.' + seal::toHex(seal::randomBytes(bytes));
}

} // namespace quanke::certificates
