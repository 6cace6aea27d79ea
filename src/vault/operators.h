#pragma once

#include <string>

namespace quanke::vault {

/// An operator who has signed in online at this desk before. Names for signing in are all that is readable
/// without the password; the rest comes with unlocking.
struct RememberedOperator {
    std::string name;
    std::string lastSignedInAt; ///< instant
    std::string lockedUntil; ///< instant, empty unless five wrong passwords closed the door
};

/// How an online sign-in met what this desk already held of the operator.
enum class Enrolment {
    New, ///< first time here
    Known, ///< same password as last time
    Rewrapped, ///< the password changed at the gateway; the old one was given, or the vault was open: all is
    ///< readable
    Separated ///< the password changed and the old one is not known, or what was given is not it: earlier drafts are
    ///< kept sealed, not deleted
};

} // namespace quanke::vault
