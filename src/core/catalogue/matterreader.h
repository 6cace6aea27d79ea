#pragma once

#include "core/catalogue/definitions.h"
#include "core/catalogue/place.h"

namespace quanke::catalogue {

/// Reads a matter from its file's JSON: what stands under x-qk-matter, and the form, its references still in
/// it.
Matter readMatter(Json document, const Place &place, Reports &reports);

} // namespace quanke::catalogue
