#pragma once

#include "platform/durablefile.h"

#include <filesystem>
#include <string_view>

/// platform/durablefile.h in the spool's own words. All fail with spool.disk-full, spool.read-only or spool.io, the
/// system's words in the detail.
namespace quanke::spool {

using platform::DurableFile;

/// It must not be there yet. Durable in its folder.
Result<DurableFile> makeFile(const std::filesystem::path &path);
/// On the disk when it returns. After a failure the file may end with a torn piece: append no more to it.
Result<Done> append(DurableFile &file, std::string_view bytes);
/// Whole, or whatever stood there before.
Result<Done> writeFile(const std::filesystem::path &path, std::string_view bytes);
/// Under the same name in another folder, whole or not there. Fails with spool.missing and spool.unreadable ("file") too.
Result<Done> copyFile(const std::filesystem::path &file, const std::filesystem::path &folder);
/// Gone for good; one that is not there is no failure.
Result<Done> removeFile(const std::filesystem::path &path);

/// The folder alone; what it lies in must be there: it may be a disk that has been taken away.
Result<Done> makeFolder(const std::filesystem::path &folder);
Result<Done> syncFolder(const std::filesystem::path &folder);

} // namespace quanke::spool
