#pragma once

#include <filesystem>

namespace quanke::platform {

/// What is known of a disk by the kind of its file system.
enum class FileSystem {
    Usual, ///< nothing against it
    Network, ///< on another machine: what it locks and syncs is another's word (NFS, SMB, 9P and the like)
    Fat ///< of sticks and cards: a power cut may take what was synced before with it
};

/// Of the disk that holds the folder; Usual where the system does not say.
FileSystem fileSystemAt(const std::filesystem::path &folder);

} // namespace quanke::platform
