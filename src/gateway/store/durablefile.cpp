#include "gateway/store/durablefile.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace quanke::gateway {

namespace {

Failure unwritable(const std::filesystem::path &path)
{
    return {"file.unwritable", {{"path", path.string()}}, std::strerror(errno)};
}

} // namespace

Result<DurableFile> DurableFile::open(const std::filesystem::path &path)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return unwritable(path);
    }
    return DurableFile(descriptor, path);
}

DurableFile::DurableFile(int descriptor, std::filesystem::path path)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
{
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
    if (::fsync(m_descriptor) != 0) {
        return unwritable(m_path);
    }
    return Done{};
}

Result<Done> syncDirectory(const std::filesystem::path &directory)
{
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return unwritable(directory);
    }
    const bool synced = ::fsync(descriptor) == 0;
    const auto failure = synced ? Failure() : unwritable(directory);
    ::close(descriptor);
    if (!synced) {
        return failure;
    }
    return Done{};
}

Result<Done> makeDirectory(const std::filesystem::path &directory)
{
    std::error_code error;
    const auto outer = std::filesystem::absolute(directory).parent_path();
    if (std::filesystem::is_directory(directory, error)) {
        static_cast<void>(
            syncDirectory(outer)); // whoever made it may have been killed before that; it need not be ours
        return Done{};
    }
    if (auto made = makeDirectory(outer); !made) {
        return made;
    }
    if (::mkdir(directory.c_str(), 0700) != 0) {
        return unwritable(directory);
    }
    return syncDirectory(outer);
}

Result<Done> moveDurably(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (auto made = makeDirectory(to.parent_path()); !made) {
        return made;
    }
    const bool isNew = ::link(from.c_str(), to.c_str()) == 0;
    if (!isNew && (errno != EEXIST || ::rename(from.c_str(), to.c_str()) != 0)) {
        return unwritable(to);
    }
    if (auto synced = syncDirectory(to.parent_path()); !synced) {
        return synced;
    }
    ::unlink(from.c_str()); // where that is lost it has two names
    return Done{};
}

} // namespace quanke::gateway
