#pragma once

#include "core/base/date.h"

namespace quanke {

/// Where the time comes from. Programs pass platform's SystemClock, tests a clock of their own.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

} // namespace quanke
