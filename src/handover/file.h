#pragma once

#include "handover/contents.h"
#include "seal/suite.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

/// A case on its way from one desk to another where there is no link: one file, sealed with a password.
///
///   beginning   0  "QKCASE"
///               6  number of the suite (2): 1 or 2
///               8  what a guess costs: passes of Argon2id (4), memory in KiB (4)
///              16  salt of the password (16)
///              32  length of the whole file (8)
///   trial      40  nothing, sealed with the key and bound to the beginning (41, of suite 2: 49): tells a wrong password from a
///                  damaged file
///   content        Suite::encryptStream, bound to beginning and trial:
///                  length (4) ‖ contents (JSON, contents.h) ‖ the documents' bytes, one after another
///
/// Numbers are little-endian. Nothing but kind, suite, cost and length can be read without the password.
namespace quanke::handover {

/// What the file's name ends with.
constexpr std::string_view ending = ".qkcase";
constexpr std::uint64_t longestFile = 1024ULL * 1024 * 1024;

/// The bytes of a document that is enclosed.
using Bytes = std::function<Result<std::string>(const Enclosure &document)>;

/// Told after every piece how many bytes of the file are done, of all. What it fails with ends the work.
using Watch = std::function<Result<Done>(std::uint64_t done, std::uint64_t all)>;

/// The file is there whole and on the disk, or as it was before. `password` as it was typed. It is brought to the disk as it
/// grows, so that what is told to be done is.
/// Fails: handover.short-password, handover.too-large, handover.disk-full, handover.read-only, handover.io,
/// seal.no-memory, and as `bytes` and `watch` do.
Result<Done> write(const std::filesystem::path &path, const seal::Suite &suite, std::string_view password,
    const seal::PasswordCost &cost, const Contents &contents, const Bytes &bytes, const Watch &watch = {});

/// Takes what a file brings, in its order. What it fails with, reading fails with.
class Receiver {
public:
    virtual ~Receiver() = default;
    /// All but the documents' bytes, authenticated.
    virtual Result<Done> begin(const Contents &contents) = 0;
    /// Each document once, in order; its digest has been checked. The end of the file may still be damaged.
    virtual Result<Done> take(const Enclosure &document, std::string_view bytes) = 0;
};

/// Succeeds only where every byte is what was written. Fails: handover.unreadable (not there), handover.foreign (no file
/// of this kind), handover.too-new, handover.too-large, handover.cut-short, handover.wrong-password, handover.damaged,
/// seal.no-memory, and as `receiver` and `watch` do.
Result<Done> read(const std::filesystem::path &path, const seal::Suite &suite, std::string_view password,
    Receiver &receiver, const Watch &watch = {});

} // namespace quanke::handover
