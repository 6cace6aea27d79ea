#pragma once

#include "core/base/date.h"

#include <string>

struct x509_st; // OpenSSL's X509

namespace quanke::certificates {

/// Who is at the other end of a connection, by the certificate that TLS has verified.
struct Peer {
    std::string device; ///< the common name
    std::string serial; ///< lower-case hexadecimal
    Instant until; ///< the certificate ends
};

Peer peerOf(const x509_st &certificate);

} // namespace quanke::certificates
