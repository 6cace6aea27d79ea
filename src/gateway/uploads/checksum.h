#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace quanke::gateway {

/// The algorithms of tus' extension "checksum" that are known, as Tus-Checksum-Algorithm names them. The protocol demands
/// sha1; it guards against accidents alone.
constexpr const char *checksumAlgorithms = "sha1,sha256";

/// What the bytes of one piece must come to.
struct Checksum {
    enum class Algorithm { Sha1, Sha256 };
    Algorithm algorithm = Algorithm::Sha256;
    std::string digest; ///< hex, lower case
};

/// Upload-Checksum: "sha256 <base64>". Fails: upload.checksum-algorithm ("known"), request.parameter ("name").
Result<Checksum> checksumIn(const std::string &header);

bool isOf(const Checksum &checksum, std::string_view bytes);

} // namespace quanke::gateway
