#pragma once

#include "core/base/date.h"
#include "core/base/json.h"

namespace quanke::casework {

/// Whether values of a form tell of somebody under fourteen, by a date of birth or a citizen's number: sensitive as such
/// (Personal Information Protection Law, articles 28 and 31).
bool tellsOfChild(const Json &values, Date today);

} // namespace quanke::casework
