#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quanke::handover {

/// No document is longer: the gateway takes none that is, and the reader holds one at a time.
constexpr std::uint64_t longestDocument = 20ULL * 1024 * 1024;

/// A document that lies in the file.
struct Enclosure {
    std::string sha256; ///< of its bytes
    std::uint64_t size = 0;
    std::string mediaType;
    std::string name; ///< as the applicant called it
    int pages = 1;

    bool operator==(const Enclosure &) const = default;
};

/// One time that the case was handed on by a file.
struct Handing {
    std::string id; ///< UUIDv7
    std::string actor; ///< the name for signing in
    std::string displayName;
    std::string window;
    std::string device;
    std::string at; ///< instant
};

/// What a file brings: a case that has not been pushed.
struct Contents {
    std::string caseId; ///< UUIDv7, the case's for life
    std::string number; ///< of the case, given once and perhaps printed already; never empty
    Json draft = Json::object(); ///< as the vault keeps it
    std::vector<Enclosure> documents;
    std::vector<Handing> handings; ///< every time so far, this one last; never empty
};

Json toJson(const Handing &handing);
/// Fails with handover.damaged.
Result<Handing> handingFromJson(const Json &json);

Json toJson(const Contents &contents);
/// Fails with handover.damaged: a member missing or of the wrong type; handover.too-large: a document is.
Result<Contents> contentsFromJson(const Json &json);

} // namespace quanke::handover
