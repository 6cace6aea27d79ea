#pragma once

namespace quanke::form {

/// An error keeps a case from being pushed, a warning is only shown.
enum class Severity { Error, Warning };

} // namespace quanke::form
