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

/// Gives a synced file a name that is durable, and then takes the one it had: at every moment a power cut leaves one of them.
/// (A rename from folder to folder is two entries, which may be lost one by one.)
Result<Done> moveDurably(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace quanke::gateway
