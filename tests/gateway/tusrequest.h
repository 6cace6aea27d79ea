#pragma once

#include "gateway/httpclient.h"
#include "seal/digest.h"

#include <QByteArray>

#include <cstddef>
#include <string>

namespace quanke::test {

inline const Headers tus{{"Tus-Resumable", "1.0.0"}};

/// Of a PATCH that goes on from there.
inline Headers at(std::size_t offset, const std::string &checksum = {})
{
    Headers headers{{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", std::to_string(offset)},
        {"Content-Type", "application/offset+octet-stream"}};
    if (!checksum.empty()) {
        headers["Upload-Checksum"] = checksum;
    }
    return headers;
}

inline std::string base64OfHex(const std::string &hex)
{
    return QByteArray::fromHex(QByteArray::fromStdString(hex)).toBase64().toStdString();
}

inline std::string checksumOf(const std::string &bytes)
{
    return "sha256 " + base64OfHex(seal::sha256(bytes));
}

} // namespace quanke::test
