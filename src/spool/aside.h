#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

/// A store that cannot be opened any more, kept whole under another name beside the one that took its place.
namespace quanke::spool {

struct Aside {
    std::filesystem::path folder;
    std::string since; ///< as it was put aside, "20261122T091403Z"
    std::size_t operations = 0; ///< that its spool holds
    std::size_t unreadable =
        0; ///< records that were altered, and files that cannot be read; torn ends are not counted
    bool isSeen = false; ///< somebody has been told of it; no folder says so, but whoever keeps them in mind
};

/// Renames the folder to "<folder>-aside-<since>"; nothing in it is touched. Gives the new name. Fails with spool.io.
Result<std::filesystem::path> putAside(const std::filesystem::path &folder, const std::string &since);
/// What was put aside of that folder and has not been settled, oldest first.
std::vector<Aside> asidesOf(const std::filesystem::path &folder);
/// Lays its spool and the sealed documents that belong to it into quanke-rescue-<since> below the folder, for another
/// desk or the hall to read. Fails as files.h; what lies there already is written over, and each file stays whole. With
/// spool.unreadable ("file") all but that file is there.
Result<Done> copyTo(const Aside &aside, const std::filesystem::path &folder);
/// The gateway has everything: renamed to "<folder>-settled-<since>", and still there. Fails with spool.io.
Result<Done> settle(const Aside &aside);

} // namespace quanke::spool
