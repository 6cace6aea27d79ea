#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::casework {

/// A document may not be larger (bytes): 20 MiB.
constexpr std::uint64_t largestDocument = 20'971'520;

/// A document as values and bodies refer to it (forms/materials.json, "file"): {sha256, mediaType, size,
/// name, pages?, licence?}.
struct FileReference {
    std::string sha256; ///< lower-case hex
    std::string mediaType; ///< application/pdf, image/jpeg or image/png
    std::uint64_t size = 0; ///< bytes
    std::string name;

    bool operator==(const FileReference &) const = default;
};

bool isFileReference(const Json &json);

/// The media type that a file's first bytes tell (eight will do), whatever its name says; empty for what is not taken.
std::string_view mediaTypeOf(std::string_view firstBytes);

/// Every file reference anywhere in a value: in the values of a case, in an operation's body.
std::vector<FileReference> filesIn(const Json &json);

} // namespace quanke::casework
