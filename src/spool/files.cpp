#include "spool/files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace quanke::spool {

namespace {

Failure failureOfErrno()
{
    const int error = errno;
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return {full             ? "spool.disk-full"
            : error == EROFS ? "spool.read-only"
                             : "spool.io",
        Json::object(), std::strerror(error)};
}

} // namespace

AppendedFile::AppendedFile(int descriptor)
    : m_descriptor(descriptor)
{
}

AppendedFile::~AppendedFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

AppendedFile::AppendedFile(AppendedFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

AppendedFile &AppendedFile::operator=(AppendedFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Result<AppendedFile> AppendedFile::make(const std::filesystem::path &path)
{
    AppendedFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600));
    if (file.m_descriptor < 0) {
        return failureOfErrno();
    }
    if (auto synced = syncFolder(path.parent_path()); !synced) {
        return synced.failure();
    }
    return file;
}

Result<Done> AppendedFile::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return failureOfErrno();
        }
        bytes.remove_prefix(std::size_t(written));
    }
    return ::fsync(m_descriptor) == 0 ? Result<Done>(Done{}) : failureOfErrno();
}

Result<Done> makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    const bool isThere = std::filesystem::is_directory(folder, error);
    if (!isThere && ::mkdir(folder.c_str(), 0700) != 0) {
        return failureOfErrno();
    }
    return syncFolder(folder.parent_path()); // whoever made it may have been killed before that
}

Result<Done> syncFolder(const std::filesystem::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return failureOfErrno();
    }
    auto synced = ::fsync(descriptor) == 0 ? Result<Done>(Done{}) : failureOfErrno();
    ::close(descriptor);
    return synced;
}

Result<Done> removeFile(const std::filesystem::path &path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
        return failureOfErrno();
    }
    return syncFolder(path.parent_path());
}

Result<Done> copyFile(const std::filesystem::path &file, const std::filesystem::path &folder)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return Failure{"spool.missing"};
    }
    const auto place = folder / file.filename();
    const auto aside = place.string() + ".part";
    if (auto removed = removeFile(aside); !removed) {
        return removed;
    }
    auto copy = AppendedFile::make(aside);
    if (!copy) {
        return copy.failure();
    }
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (auto written = copy->append(bytes); !written) {
        return written;
    }
    return ::rename(aside.c_str(), place.c_str()) == 0 ? syncFolder(folder) : failureOfErrno();
}

} // namespace quanke::spool
