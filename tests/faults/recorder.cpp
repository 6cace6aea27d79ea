// Preloaded into a program, writes down what the program asks of the disk below one folder, in its order: the folder is
// QUANKE_RECORD_FOLDER, the record QUANKE_RECORD_FILE (read back by recording.h), which goes on where it ends. The calls go
// through unchanged, but for one: QUANKE_FAULT says what goes wrong ("eio 17"; faultplan.h).
#include "faults/faultplan.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

using namespace quanke::faults;

namespace {

template <class Call>
Call next(Call /*like*/, const char *name)
{
    return reinterpret_cast<Call>(::dlsym(RTLD_NEXT, name));
}

struct File {
    std::uint64_t identity = 0;
    std::string path;
    bool isDirectory = false;
    bool appends = false;
};

/// The record and the open files. One lock around both and around the call itself, so that the record's order is the
/// order in which things happened.
class Recorder {
public:
    static Recorder &get()
    {
        static Recorder recorder;
        return recorder;
    }

    std::unique_lock<std::recursive_mutex> lock() { return std::unique_lock(m_mutex); }

    /// Null for what lies elsewhere.
    const File *file(int descriptor) const
    {
        const auto found = m_files.find(descriptor);
        return found == m_files.end() ? nullptr : &found->second;
    }
    void remember(int descriptor, File file) { m_files[descriptor] = std::move(file); }
    void forget(int descriptor) { m_files.erase(descriptor); }

    bool covers(const char *path) const
    {
        const std::string_view name = path ? path : "";
        return m_file >= 0 && name.substr(0, m_folder.size()) == m_folder
            && (name.size() == m_folder.size() || name[m_folder.size()] == '/');
    }

    bool isKnown(std::uint64_t inode) const { return m_identities.contains(inode); }
    /// Which file it is: the system gives the number of one that is gone to the next that is made.
    std::uint64_t identity(std::uint64_t inode, bool isNew)
    {
        std::uint64_t &identity = m_identities[inode];
        if (isNew || identity == 0) {
            identity = ++m_last;
        }
        return identity;
    }

    /// False when this access fails (errno says how). It may be the last thing that the program does.
    bool mayGoOn(Access access)
    {
        const Outcome outcome = m_plan.next(access);
        if (outcome == Outcome::Succeeds) {
            return true;
        }
        write('F', 0, {}, 0, {});
        if (outcome == Outcome::Killed) {
            ::kill(::getpid(), SIGKILL);
        }
        errno = outcome == Outcome::DiskFull ? ENOSPC : EIO;
        return false;
    }

    void write(char kind, std::uint64_t identity, std::string_view path, std::uint64_t offset,
        std::string_view bytes) const
    {
        std::string entry(1, kind);
        put(entry, identity);
        put(entry, offset);
        put(entry, path.size());
        put(entry, bytes.size());
        entry.append(path).append(bytes);
        static const auto write = next(&::write, "write");
        if (write(m_file, entry.data(), entry.size()) != ssize_t(entry.size())) {
            std::abort(); // a record with a hole proves nothing
        }
    }

private:
    Recorder()
    {
        const char *folder = std::getenv("QUANKE_RECORD_FOLDER");
        const char *file = std::getenv("QUANKE_RECORD_FILE");
        if (folder && file) {
            m_folder = folder;
            static const auto open = next(static_cast<int (*)(const char *, int, ...)>(&::open), "open");
            m_file = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        }
        if (const char *fault = std::getenv("QUANKE_FAULT")) {
            m_plan = FaultPlan(fault);
        }
    }

    static void put(std::string &entry, std::uint64_t number)
    {
        entry.append(reinterpret_cast<const char *>(&number), sizeof number);
    }

    std::string m_folder;
    int m_file = -1;
    std::recursive_mutex m_mutex;
    std::map<int, File> m_files;
    std::map<std::uint64_t, std::uint64_t> m_identities;
    std::uint64_t m_last = 0;
    FaultPlan m_plan;
};

bool exists(const char *path)
{
    struct stat status { };
    return ::lstat(path, &status) == 0;
}

template <class Open>
int openRecorded(const char *path, int flags, Open open)
{
    Recorder &recorder = Recorder::get();
    if (!recorder.covers(path)) {
        return open();
    }
    const auto lock = recorder.lock();
    const bool wasThere = exists(path);
    if (!recorder.mayGoOn((flags & O_CREAT) != 0 && !wasThere ? Access::Grows : Access::Looks)) {
        return -1;
    }
    const int descriptor = open();
    if (descriptor < 0) {
        return descriptor;
    }
    struct stat status { };
    ::fstat(descriptor, &status);
    const bool isUnknown = wasThere && !recorder.isKnown(status.st_ino);
    const auto identity = recorder.identity(status.st_ino, !wasThere);
    if (isUnknown && !S_ISDIR(status.st_mode)) {
        recorder.write('O', identity, path, 0, {});
    }
    recorder.remember(descriptor, {identity, path, S_ISDIR(status.st_mode), (flags & O_APPEND) != 0});
    if (!wasThere) {
        recorder.write('C', identity, path, 0, {});
    } else if ((flags & O_TRUNC) != 0) {
        recorder.write('T', identity, path, 0, {});
    }
    return descriptor;
}

template <class Write>
ssize_t writeRecorded(int descriptor, const void *bytes, off_t offset, Write write)
{
    Recorder &recorder = Recorder::get();
    const auto lock = recorder.lock();
    const File *file = recorder.file(descriptor);
    if (file && !recorder.mayGoOn(Access::Grows)) {
        return -1;
    }
    const ssize_t written = write();
    if (file && written > 0) {
        recorder.write('W', file->identity, file->path, std::uint64_t(offset),
            {static_cast<const char *>(bytes), std::size_t(written)});
    }
    return written;
}

template <class Read>
ssize_t readWatched(int descriptor, Read read)
{
    Recorder &recorder = Recorder::get();
    const auto lock = recorder.lock();
    return recorder.file(descriptor) && !recorder.mayGoOn(Access::Looks) ? -1 : read();
}

/// Not held under the lock: whoever receives it may be another thread.
template <class Send>
ssize_t sendWatched(Send send)
{
    Recorder &recorder = Recorder::get();
    {
        const auto lock = recorder.lock();
        if (!recorder.mayGoOn(Access::Sends)) {
            return -1;
        }
    }
    return send();
}

off_t placeIn(int descriptor)
{
    Recorder &recorder = Recorder::get();
    const auto lock = recorder.lock();
    const File *file = recorder.file(descriptor);
    const bool appends = file && file->appends;
    struct stat status { };
    return appends && ::fstat(descriptor, &status) == 0 ? status.st_size : ::lseek(descriptor, 0, SEEK_CUR);
}

template <class Sync>
int syncRecorded(int descriptor, Sync sync)
{
    Recorder &recorder = Recorder::get();
    const auto lock = recorder.lock();
    const File *file = recorder.file(descriptor);
    if (file && !recorder.mayGoOn(Access::Syncs)) {
        return -1;
    }
    const int result = sync();
    if (file && result == 0) {
        recorder.write(file->isDirectory ? 'D' : 'S', file->identity, file->path, 0, {});
    }
    return result;
}

template <class Truncate>
int truncateRecorded(int descriptor, off_t size, Truncate truncate)
{
    Recorder &recorder = Recorder::get();
    const auto lock = recorder.lock();
    const File *file = recorder.file(descriptor);
    if (file && !recorder.mayGoOn(Access::Changes)) {
        return -1;
    }
    const int result = truncate();
    if (file && result == 0) {
        recorder.write('T', file->identity, file->path, std::uint64_t(size), {});
    }
    return result;
}

/// For calls that name paths: `kind` with the first path, and the second in the bytes.
template <class Call>
int pathRecorded(char kind, const char *path, std::string_view second, Call call)
{
    Recorder &recorder = Recorder::get();
    if (!recorder.covers(path)) {
        return call();
    }
    const auto lock = recorder.lock();
    if (!recorder.mayGoOn(kind == 'M' ? Access::Grows : Access::Changes)) {
        return -1;
    }
    const int result = call();
    if (result == 0) {
        recorder.write(kind, 0, path, 0, second);
    }
    return result;
}

mode_t modeIn(int flags, va_list arguments)
{
    return (flags & O_CREAT) != 0 ? mode_t(va_arg(arguments, int)) : 0;
}

} // namespace

// The system names their parameters otherwise.
// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)
extern "C" {

/// What the program has promised its user by now.
void quankeRecordPromise(const char *text)
{
    Recorder &recorder = Recorder::get();
    const auto lock = recorder.lock();
    recorder.write('P', 0, text, 0, {});
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeIn(flags, arguments);
    va_end(arguments);
    static const auto real = next(static_cast<int (*)(const char *, int, ...)>(&::open), "open");
    return openRecorded(path, flags, [&] { return real(path, flags, mode); });
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeIn(flags, arguments);
    va_end(arguments);
    static const auto real = next(static_cast<int (*)(const char *, int, ...)>(&::open64), "open64");
    return openRecorded(path, flags, [&] { return real(path, flags, mode); });
}

int close(int descriptor)
{
    Recorder &recorder = Recorder::get();
    const auto lock = recorder.lock();
    recorder.forget(descriptor);
    static const auto real = next(&::close, "close");
    return real(descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t count)
{
    static const auto real = next(&::write, "write");
    return writeRecorded(
        descriptor, bytes, placeIn(descriptor), [&] { return real(descriptor, bytes, count); });
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset)
{
    static const auto real = next(&::pwrite, "pwrite");
    return writeRecorded(descriptor, bytes, offset, [&] { return real(descriptor, bytes, count, offset); });
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset)
{
    static const auto real = next(&::pwrite64, "pwrite64");
    return writeRecorded(descriptor, bytes, offset, [&] { return real(descriptor, bytes, count, offset); });
}

int ftruncate(int descriptor, off_t size)
{
    static const auto real = next(&::ftruncate, "ftruncate");
    return truncateRecorded(descriptor, size, [&] { return real(descriptor, size); });
}

int ftruncate64(int descriptor, off64_t size)
{
    static const auto real = next(&::ftruncate64, "ftruncate64");
    return truncateRecorded(descriptor, size, [&] { return real(descriptor, size); });
}

int fsync(int descriptor)
{
    static const auto real = next(&::fsync, "fsync");
    return syncRecorded(descriptor, [&] { return real(descriptor); });
}

int fdatasync(int descriptor)
{
    static const auto real = next(&::fdatasync, "fdatasync");
    return syncRecorded(descriptor, [&] { return real(descriptor); });
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real = next(&::rename, "rename");
    return pathRecorded('R', from, to, [&] { return real(from, to); });
}

/// One file under a second name: to the record the same as one more that is made, with the content it has.
int link(const char *from, const char *to) noexcept
{
    static const auto real = next(&::link, "link");
    Recorder &recorder = Recorder::get();
    if (!recorder.covers(to)) {
        return real(from, to);
    }
    const auto lock = recorder.lock();
    if (!recorder.mayGoOn(Access::Grows)) {
        return -1;
    }
    const int result = real(from, to);
    struct stat status { };
    if (result == 0 && ::stat(to, &status) == 0) {
        recorder.write('C', recorder.identity(status.st_ino, false), to, 0, {});
    }
    return result;
}

/// What the C library does with folders is not asked of it here.
int remove(const char *path) noexcept
{
    return ::unlink(path);
}

int unlink(const char *path) noexcept
{
    static const auto real = next(&::unlink, "unlink");
    return pathRecorded('U', path, {}, [&] { return real(path); });
}

ssize_t read(int descriptor, void *into, size_t count)
{
    static const auto real = next(&::read, "read");
    return readWatched(descriptor, [&] { return real(descriptor, into, count); });
}

ssize_t pread(int descriptor, void *into, size_t count, off_t offset)
{
    static const auto real = next(&::pread, "pread");
    return readWatched(descriptor, [&] { return real(descriptor, into, count, offset); });
}

ssize_t pread64(int descriptor, void *into, size_t count, off64_t offset)
{
    static const auto real = next(&::pread64, "pread64");
    return readWatched(descriptor, [&] { return real(descriptor, into, count, offset); });
}

ssize_t send(int socket, const void *bytes, size_t count, int flags)
{
    static const auto real = next(&::send, "send");
    return sendWatched([&] { return real(socket, bytes, count, flags); });
}

ssize_t sendmsg(int socket, const msghdr *message, int flags)
{
    static const auto real = next(&::sendmsg, "sendmsg");
    return sendWatched([&] { return real(socket, message, flags); });
}

int mkdir(const char *path, mode_t mode) noexcept
{
    static const auto real = next(&::mkdir, "mkdir");
    return pathRecorded('M', path, {}, [&] { return real(path, mode); });
}

} // extern "C"
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
