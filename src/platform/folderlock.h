#pragma once

#include <filesystem>
#include <optional>

namespace quanke::platform {

/// Holds a folder for whoever has this, by a lock on the file "in-use" in it. The lock goes with the process, however that
/// ends; the file stays. Movable; gone when it is destroyed.
class FolderLock {
public:
    /// None where somebody else holds the folder, in this process or another. Where the disk can lock nothing, or the file
    /// cannot be made on it, it holds nobody off: what is opened in the folder has locks of its own.
    static std::optional<FolderLock> take(const std::filesystem::path &folder);
    ~FolderLock();
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&other) noexcept;

private:
    explicit FolderLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

} // namespace quanke::platform
