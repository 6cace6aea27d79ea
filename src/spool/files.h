#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

/// Files whose content and name are on the disk when we say so. All fail with spool.disk-full, spool.read-only or
/// spool.io, the system's words in the detail; after a failed sync nothing is tried again on the same file.
namespace quanke::spool {

/// An open file that is written at its end. Closes itself.
class AppendedFile {
public:
    /// Makes it, for its owner alone; it must not be there yet. Durable in its folder.
    static Result<AppendedFile> make(const std::filesystem::path &path);
    ~AppendedFile();
    AppendedFile(AppendedFile &&other) noexcept;
    AppendedFile &operator=(AppendedFile &&other) noexcept;

    /// On the disk when it returns. After a failure the file may end with a torn piece: append no more to it.
    Result<Done> append(std::string_view bytes);

private:
    explicit AppendedFile(int descriptor);

    int m_descriptor = -1;
};

/// The folder alone, for its owner alone, and there after a power cut too; what it lies in must be there: it may be a
/// disk that has been taken away.
Result<Done> makeFolder(const std::filesystem::path &folder);
/// What the folder lists survives a power cut from here on.
Result<Done> syncFolder(const std::filesystem::path &folder);
/// Gone for good; one that is not there is no failure.
Result<Done> removeFile(const std::filesystem::path &path);
/// Under the same name in another folder, whole or not there. Fails with spool.missing too.
Result<Done> copyFile(const std::filesystem::path &file, const std::filesystem::path &folder);

} // namespace quanke::spool
