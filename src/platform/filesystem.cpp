#include "platform/filesystem.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <sys/vfs.h>

namespace quanke::platform {

namespace {

// As statfs(2) names them; some are signed there and some are not.
constexpr std::array<std::uint32_t, 2> fatKinds{0x4d44, 0x2011bab0}; // FAT, exFAT
constexpr std::array<std::uint32_t, 10> networkKinds{0x6969, // NFS
    0x517b, 0xff534d42, 0xfe534d42, // SMB in its three generations
    0x01021997, // 9P
    0x786f4256, // folders that VirtualBox shares
    0x5346414f, 0x73757245, 0x564c, 0x00c36400}; // AFS, Coda, NCP, Ceph

} // namespace

FileSystem fileSystemAt(const std::filesystem::path &folder)
{
    struct statfs told { };
    if (::statfs(folder.c_str(), &told) != 0) {
        return FileSystem::Usual;
    }
    const auto kind = std::uint32_t(told.f_type);
    if (std::ranges::find(fatKinds, kind) != fatKinds.end()) {
        return FileSystem::Fat;
    }
    return std::ranges::find(networkKinds, kind) != networkKinds.end() ? FileSystem::Network
                                                                       : FileSystem::Usual;
}

} // namespace quanke::platform
