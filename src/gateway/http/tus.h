#pragma once

#include "gateway/service/documentservice.h"

#include <string>

namespace quanke::gateway {

/// The version of the tus protocol that is spoken, and what of it.
constexpr const char *tusVersion = "1.0.0";
constexpr const char *tusExtensions = "creation,checksum,termination";
constexpr int checksumMismatch = 460; ///< a status of its own

/// Upload-Metadata (tus 1.0, "creation"): "sha256 <base64>,mediaType <base64>,name <base64>", in any order; with "resume"
/// among them, which has no value, an upload of the same that the person began before is gone on with.
/// Fails: upload.malformed ("member").
Result<Announcement> announcementIn(const std::string &metadata);

} // namespace quanke::gateway
