#pragma once

#include "core/base/severity.h"

namespace quanke::form {

using quanke::Severity;

} // namespace quanke::form
