#pragma once

#include "core/base/clock.h"

namespace quanke::platform {

/// The machine's own clock.
class SystemClock : public Clock {
public:
    Instant now() const override;
};

} // namespace quanke::platform
