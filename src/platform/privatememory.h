#pragma once

namespace quanke::platform {

/// What this program holds in memory are citizens' papers and keys: from here on no core of it is written or handed to a
/// collector of crashes, and other programs of the same user cannot look into it.
void keepMemoryPrivate();

} // namespace quanke::platform
