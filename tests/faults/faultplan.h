#pragma once

namespace quanke::faults {

/// What a program wants of the disk, or of the network.
enum class Access {
    Looks, ///< opens or reads what is there
    Changes, ///< names, or less than before
    Grows, ///< needs room: writes, new names
    Syncs,
    Sends
};

enum class Outcome { Succeeds, InputOutputError, DiskFull, Killed };

/// Which of a program's accesses goes wrong, and how: "kill 17", "eio 17", "enospc 17", "sync 17" (with EIO as well), and
/// "eio-on 17", "enospc-on 17", "sync-on 17" where all that follow fail with it. Counted from 1 are the accesses that can go wrong in this way: disks that are full can be
/// read, and say so at a sync only where they stay full; what is sent can but be the last thing.
class FaultPlan {
public:
    FaultPlan() = default; ///< nothing goes wrong
    explicit FaultPlan(const char *words);

    Outcome next(Access access);

private:
    bool canStrike(Access access) const;

    Outcome m_outcome = Outcome::Succeeds;
    bool m_isForSyncs = false;
    bool m_lasts = false;
    int m_left = 0; ///< until it strikes
};

} // namespace quanke::faults
