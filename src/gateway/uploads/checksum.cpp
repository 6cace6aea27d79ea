#include "gateway/uploads/checksum.h"

#include "seal/digest.h"
#include "seal/text.h"

namespace quanke::gateway {

Result<Checksum> checksumIn(const std::string &header)
{
    const auto space = header.find(' ');
    const auto name = header.substr(0, space);
    if (name != "sha1" && name != "sha256") {
        return Failure{"upload.checksum-algorithm", {{"known", checksumAlgorithms}}, {}};
    }
    const auto algorithm = name == "sha1" ? Checksum::Algorithm::Sha1 : Checksum::Algorithm::Sha256;
    const std::size_t length = algorithm == Checksum::Algorithm::Sha1 ? 20 : 32;
    const auto digest =
        seal::fromBase64(space == std::string::npos ? std::string() : header.substr(space + 1));
    if (!digest || digest->size() != length) {
        return Failure{"request.parameter", {{"name", "Upload-Checksum"}}, {}};
    }
    return Checksum{algorithm, seal::toHex(*digest)};
}

bool isOf(const Checksum &checksum, std::string_view bytes)
{
    return checksum.digest
        == (checksum.algorithm == Checksum::Algorithm::Sha1 ? seal::sha1(bytes) : seal::sha256(bytes));
}

} // namespace quanke::gateway
