#pragma once

#include "core/schema/keyword.h"

namespace quanke::form {

/// An error keeps a case from being pushed, a warning is only shown.
using Severity = schema::Severity;

} // namespace quanke::form
