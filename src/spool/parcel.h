#pragma once

#include "seal/suite.h"
#include "spool/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quanke::spool {

/// A document of an operation: a file that was sealed with the case's key (Suite::encryptStream, placeOfFile).
struct SealedDocument {
    std::string file; ///< its name in documents/ beside the spool
    std::string sha256; ///< of the plain bytes
    std::string mediaType;
    std::string name;
    std::uint64_t size = 0; ///< of the plain bytes
};

/// What a record's box holds: all that brings an operation back where its desk is gone.
struct Parcel {
    std::string bytes; ///< the operation's very bytes, as PUT /v1/ops/{id} takes them
    seal::SecretBytes key; ///< of the case; opens its documents
    std::vector<SealedDocument> documents;
};

/// Tells public keys apart: the first 16 digits of the key's SHA-256, hexadecimal. Empty for no key.
std::string nameOfKey(std::string_view publicKey);

/// Closes a parcel for the owner of the public key. The label's documents are the parcel's, its key's name is that one's.
Result<Record> close(const seal::Suite &suite, std::string_view publicKey, Label label, const Parcel &parcel);
/// Fails: spool.malformed, seal.wrong-key (sealed to another gateway, or altered), seal.malformed.
Result<Parcel> open(const seal::Suite &suite, const seal::KeyPair &pair, const Record &record);

/// What a document's file is bound to when it is sealed: its name.
std::string placeOfFile(const std::string &file);

} // namespace quanke::spool
