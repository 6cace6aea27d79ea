#include "platform/durablefile.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace quanke::platform {

namespace {

Failure unwritable(const std::filesystem::path &path)
{
    const int error = errno;
    const bool isFull = error == ENOSPC || error == EDQUOT || error == EFBIG;
    const char *why = isFull ? "disk-full" : error == EROFS ? "read-only" : "io";
    return {"file.unwritable", {{"path", path.string()}, {"why", why}}, std::strerror(error)};
}

std::filesystem::path outerOf(const std::filesystem::path &path)
{
    return std::filesystem::absolute(path).parent_path();
}

Result<Done> writeBeside(const std::filesystem::path &beside, const Content &content, const Check &check)
{
    std::error_code error;
    if (std::filesystem::exists(beside, error) && ::unlink(beside.c_str()) != 0) {
        return unwritable(beside);
    }
    auto file = DurableFile::open(beside);
    if (!file) {
        return file.failure();
    }
    auto written = content(*file);
    if (written) {
        written = file->sync();
    }
    if (written && check) {
        file->forgetCached();
        written = check(beside);
    }
    return written;
}

} // namespace

DurableFile::DurableFile(const std::filesystem::path &path, int flags)
    : m_descriptor(::open(path.c_str(), flags | O_WRONLY | O_CREAT | O_CLOEXEC, 0600))
    , m_path(path)
{
}

Result<DurableFile> DurableFile::open(const std::filesystem::path &path)
{
    DurableFile file(path, 0);
    return file.m_descriptor >= 0 ? Result<DurableFile>(std::move(file)) : unwritable(path);
}

Result<DurableFile> DurableFile::make(const std::filesystem::path &path)
{
    DurableFile file(path, O_EXCL);
    if (file.m_descriptor < 0) {
        return unwritable(path);
    }
    const auto synced = syncFolder(outerOf(path));
    return synced ? Result<DurableFile>(std::move(file)) : synced.failure();
}

DurableFile::~DurableFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

DurableFile::DurableFile(DurableFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
{
}

DurableFile &DurableFile::operator=(DurableFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}

Result<Done> DurableFile::append(std::string_view bytes)
{
    const auto end = ::lseek(m_descriptor, 0, SEEK_END);
    return end < 0 ? unwritable(m_path) : writeAt(std::uint64_t(end), bytes);
}

Result<Done> DurableFile::writeAt(std::uint64_t offset, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::pwrite(m_descriptor, bytes.data(), bytes.size(), off_t(offset));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return unwritable(m_path);
        }
        offset += std::uint64_t(written);
        bytes.remove_prefix(std::size_t(written));
    }
    return Done{};
}

Result<Done> DurableFile::sync()
{
    return ::fsync(m_descriptor) == 0 ? Result<Done>(Done{}) : unwritable(m_path);
}

Result<Done> DurableFile::give(uid_t owner, gid_t group, mode_t mode)
{
    // In this order: whoever gives a file away may have no say in it any more.
    const bool isGiven = ::fchmod(m_descriptor, mode) == 0 && ::fchown(m_descriptor, owner, group) == 0;
    return isGiven ? Result<Done>(Done{}) : unwritable(m_path);
}

void DurableFile::forgetCached()
{
    static_cast<void>(::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_DONTNEED));
}

Result<Done> writeWhole(const std::filesystem::path &path, const Content &content,
    std::string_view unfinishedEnding, const Check &check)
{
    auto beside = path;
    beside += unfinishedEnding;
    auto written = writeBeside(beside, content, check);
    if (written && ::rename(beside.c_str(), path.c_str()) != 0) {
        written = unwritable(path);
    }
    if (!written) {
        ::unlink(beside.c_str());
        return written;
    }
    return syncFolder(outerOf(path));
}

Result<Done> writeForReaders(const std::filesystem::path &path, const Content &content)
{
    constexpr mode_t everybody = 0777;
    struct stat status { };
    const bool isThere = ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    if (!isThere && ::stat(outerOf(path).c_str(), &status) != 0) {
        return unwritable(path);
    }
    const mode_t ofNew = S_IRUSR | S_IWUSR | ((status.st_mode & S_IXGRP) != 0 ? S_IRGRP : 0U);
    const mode_t mode = isThere ? status.st_mode & everybody : ofNew;
    return writeWhole(path, [&](DurableFile &file) {
        const auto written = content(file);
        return written ? file.give(status.st_uid, status.st_gid, mode) : written;
    });
}

Result<Done> syncFolder(const std::filesystem::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return unwritable(folder);
    }
    auto synced = ::fsync(descriptor) == 0 ? Result<Done>(Done{}) : unwritable(folder);
    ::close(descriptor);
    return synced;
}

Result<Done> makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error) && ::mkdir(folder.c_str(), 0700) != 0) {
        return unwritable(folder);
    }
    return syncFolder(outerOf(folder)); // whoever made it may have been killed before that
}

Result<Done> makeFolders(const std::filesystem::path &folder)
{
    std::error_code error;
    const auto outer = outerOf(folder);
    if (std::filesystem::is_directory(folder, error)) {
        static_cast<void>(
            syncFolder(outer)); // whoever made it may have been killed before that; it need not be ours
        return Done{};
    }
    if (auto made = makeFolders(outer); !made) {
        return made;
    }
    return makeFolder(folder);
}

Result<Done> removeFile(const std::filesystem::path &path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
        return unwritable(path);
    }
    return syncFolder(outerOf(path));
}

Result<Done> moveDurably(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (auto made = makeFolders(outerOf(to)); !made) {
        return made;
    }
    const bool isNew = ::link(from.c_str(), to.c_str()) == 0;
    if (!isNew && (errno != EEXIST || ::rename(from.c_str(), to.c_str()) != 0)) {
        return unwritable(to);
    }
    if (auto synced = syncFolder(outerOf(to)); !synced) {
        return synced;
    }
    ::unlink(from.c_str()); // where that is lost it has two names
    return Done{};
}

Failure saidBy(std::string_view part, const Failure &failure)
{
    if (failure.key != "file.unwritable") {
        return failure;
    }
    const auto why = failure.arguments.value("why", std::string("io"));
    return {std::string(part) + '.' + why, Json::object(), failure.detail};
}

} // namespace quanke::platform
