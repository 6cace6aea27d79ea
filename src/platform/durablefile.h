#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <sys/types.h>

/// Files whose content and name are on the disk when we say so: they are there after a power cut too. Everything here
/// fails with file.unwritable: "path", and "why" (disk-full, read-only or io), the system's words in the detail. What is
/// made is its owner's alone. After a failed sync nobody knows what the disk holds: nothing is tried again on that file.
namespace quanke::platform {

/// An open file that is written. Closes itself.
class DurableFile {
public:
    /// As it stands, or made where it is not there; its name is not synced.
    static Result<DurableFile> open(const std::filesystem::path &path);
    /// It must not be there yet, and its name is durable.
    static Result<DurableFile> make(const std::filesystem::path &path);
    ~DurableFile();
    DurableFile(DurableFile &&other) noexcept;
    DurableFile &operator=(DurableFile &&other) noexcept;

    /// Neither is on the disk before sync. After a failure a piece of the bytes may stand there: append no more to it.
    Result<Done> append(std::string_view bytes);
    Result<Done> writeAt(std::uint64_t offset, std::string_view bytes);
    Result<Done> sync();
    Result<Done> give(uid_t owner, gid_t group, mode_t mode);
    /// After sync: what is read from now on comes from the disk itself.
    void forgetCached();

private:
    DurableFile(const std::filesystem::path &path, int flags);

    int m_descriptor = -1;
    std::filesystem::path m_path;
};

/// Puts content into a file that nobody sees before it is whole. What it fails with, writeWhole fails with.
using Content = std::function<Result<Done>(DurableFile &)>;

/// Looks at what was written, which is read back from the disk where the system can. What it fails with, writeWhole fails
/// with.
using Check = std::function<Result<Done>(const std::filesystem::path &written)>;

/// The file whole, under this name, or whatever stood there before: written beside with that ending, synced, checked where
/// that is wanted, renamed. What a failure or an earlier crash left beside is taken away.
Result<Done> writeWhole(const std::filesystem::path &path, const Content &content,
    std::string_view unfinishedEnding = ".part", const Check &check = {});

/// As writeWhole, of what others read: it belongs to whom the file did that it replaces, who may do with it what they might.
/// A new one belongs to whom the folder does, whose group may read it where it may enter.
Result<Done> writeForReaders(const std::filesystem::path &path, const Content &content);

/// What the folder lists survives a power cut from here on.
Result<Done> syncFolder(const std::filesystem::path &folder);
/// The folder alone: what it lies in must be there.
Result<Done> makeFolder(const std::filesystem::path &folder);
/// The folder, and those it lies in.
Result<Done> makeFolders(const std::filesystem::path &folder);
/// Gone for good; one that is not there is no failure.
Result<Done> removeFile(const std::filesystem::path &path);
/// Gives a synced file a name in a folder that is made for it, and then takes the one it had: at every moment a power
/// cut leaves one of them. (A rename from folder to folder is two entries, which may be lost one by one.)
Result<Done> moveDurably(const std::filesystem::path &from, const std::filesystem::path &to);

/// The same failure in the words of one part of the program: file.unwritable becomes "<part>.disk-full" and so on,
/// without the path. Every other stays what it is.
Failure saidBy(std::string_view part, const Failure &failure);

template <class T>
Result<T> saidBy(std::string_view part, Result<T> outcome)
{
    return outcome ? std::move(outcome) : Result<T>(saidBy(part, outcome.failure()));
}

} // namespace quanke::platform
