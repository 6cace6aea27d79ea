#pragma once

#include "spool/record.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quanke::spool {

/// A record where it was found.
struct Found {
    Record record;
    std::string frame; ///< its very bytes
    std::filesystem::path file;
};

/// A place that cannot be read.
struct Damage {
    std::filesystem::path file;
    int number = 0; ///< of the record in its file, from 1; 0: the file's beginning
    Front::Kind kind = Front::Kind::Torn;
};

/// What a spool holds: each operation once, in the order of files and frames; of one that was sealed again to another key
/// what was written last.
struct Contents {
    std::vector<Found> records;
    std::vector<Damage>
        damages; ///< an end that a crash tore off is one of them, and no loss: it was written again
    std::vector<std::filesystem::path> unreadable; ///< files that the disk does not give back
};

/// Larger than any file that lies in a spool or beside it.
constexpr std::size_t largestFile = std::size_t(1) << 30;

/// The files of a spool, in their order (0001.qks, 0002.qks …); none where there is no such folder, or it cannot be read.
std::vector<std::filesystem::path> filesOf(const std::filesystem::path &folder);
/// Fails with spool.io where the folder itself cannot be read.
Result<Contents> contentsOf(const std::filesystem::path &folder);

/// Where the sealed documents of a spool lie.
std::filesystem::path documentsBeside(const std::filesystem::path &spool);

/// What a folder that somebody points at holds of spools: its own spool/, or those of the folders in it: a stick, a
/// desk's data folder, what was put aside. Each with documents/ beside it.
std::vector<std::filesystem::path> spoolsBelow(const std::filesystem::path &folder);

} // namespace quanke::spool
