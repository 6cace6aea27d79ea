#include "platform/systemclock.h"

namespace quanke::platform {

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace quanke::platform
