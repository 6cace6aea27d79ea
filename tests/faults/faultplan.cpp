#include "faults/faultplan.h"

#include <cstdlib>
#include <string_view>

namespace quanke::faults {

FaultPlan::FaultPlan(const char *words)
{
    const std::string_view text(words);
    m_outcome = text.starts_with("kill") ? Outcome::Killed
        : text.starts_with("enospc")     ? Outcome::DiskFull
                                         : Outcome::InputOutputError;
    m_isForSyncs = text.starts_with("sync");
    m_lasts = text.find("-on ") != std::string_view::npos;
    m_left = std::atoi(words + text.rfind(' ') + 1);
}

bool FaultPlan::canStrike(Access access) const
{
    if (m_isForSyncs) {
        return access == Access::Syncs;
    }
    switch (m_outcome) {
    case Outcome::Succeeds:
        return false;
    case Outcome::InputOutputError:
        return access != Access::Sends;
    case Outcome::DiskFull:
        return access == Access::Grows || (m_lasts && access == Access::Syncs);
    case Outcome::Killed:
        break;
    }
    return true;
}

Outcome FaultPlan::next(Access access)
{
    if (!canStrike(access)) {
        return Outcome::Succeeds;
    }
    --m_left;
    return m_left == 0 || (m_lasts && m_left < 0) ? m_outcome : Outcome::Succeeds;
}

} // namespace quanke::faults
