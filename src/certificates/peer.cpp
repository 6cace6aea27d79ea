#include "certificates/peer.h"

#include "certificates/openssl.h"

namespace quanke::certificates {

Peer peerOf(const x509_st &certificate)
{
    return {commonNameOf(certificate), serialOf(certificate), untilOf(certificate)};
}

} // namespace quanke::certificates
