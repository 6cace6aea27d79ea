#include "cli/common/passwordfile.h"

#include "platform/folder.h"

namespace quanke::cli {

namespace {

constexpr std::size_t longestPassword = 1024; // bytes

} // namespace

Result<seal::SecretBytes> readPassword(const std::string &path)
{
    const auto text = platform::readFile(path, longestPassword);
    if (!text) {
        return text.failure();
    }
    const auto password = text->substr(0, text->find_first_of("\r\n"));
    if (password.empty()) {
        return Failure{"password.empty", {{"path", path}}};
    }
    return seal::SecretBytes::copyOf(password);
}

} // namespace quanke::cli
