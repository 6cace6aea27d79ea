#pragma once

#include "gateway/service/documentservice.h"

#include <string>

namespace quanke::gateway {

/// The version of the tus protocol that is spoken, and what of it.
constexpr const char *tusVersion = "1.0.0";
constexpr const char *tusExtensions = "creation";

/// Upload-Metadata (tus 1.0, "creation"): "sha256 <base64>,mediaType <base64>,name <base64>", in any order.
/// Fails: upload.malformed ("member").
Result<Announcement> announcementIn(const std::string &metadata);

} // namespace quanke::gateway
