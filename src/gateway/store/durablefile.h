#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace quanke::gateway {

/// A file whose content is on the disk when we say so. All functions fail with file.unwritable ("path"), the
/// system's words in the detail; after a failed sync nothing is tried again.
class DurableFile {
public:
    /// Opens for writing, makes it (mode 0600) when it is not there.
    static Result<DurableFile> open(const std::filesystem::path &path);
    ~DurableFile();
    DurableFile(DurableFile &&other) noexcept;
    DurableFile &operator=(DurableFile &&other) noexcept;

    Result<Done> writeAt(std::uint64_t offset, std::string_view bytes);
    Result<Done> sync();

private:
    DurableFile(int descriptor, std::filesystem::path path);

    int m_descriptor = -1;
    std::filesystem::path m_path;
};

/// What a directory lists survives a power cut only after this.
Result<Done> syncDirectory(const std::filesystem::path &directory);

/// Makes the directory, and those it lies in, where they are missing; there after a power cut too.
Result<Done> makeDirectory(const std::filesystem::path &directory);

/// Renames a synced file and makes the new name durable (file-fsync → rename → directory-fsync).
Result<Done> moveDurably(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace quanke::gateway
