#include "support/smalldisk.h"

#include <QFile>

#include <fcntl.h>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <unistd.h>

namespace quanke::test {

namespace {

QString filler(const QString &folder)
{
    return folder + QStringLiteral("/filler");
}

bool write(const char *path, const std::string &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) > 0;
}

bool remount(const QString &folder, unsigned long flags)
{
    return ::mount(
               nullptr, QFile::encodeName(folder).constData(), nullptr, MS_REMOUNT | MS_BIND | flags, nullptr)
        == 0;
}

} // namespace

bool enterOwnMounts()
{
    const auto user = ::getuid();
    const auto group = ::getgid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        // In there we are root, and nobody else.
        write("/proc/self/setgroups", "deny");
        write("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
        write("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool SmallDisk::mount(const QString &folder, int mebibytes)
{
    const auto options = "size=" + std::to_string(mebibytes) + "m,mode=700";
    return ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, options.c_str()) == 0;
}

bool SmallDisk::setReadOnly(const QString &folder)
{
    return remount(folder, MS_RDONLY);
}

bool SmallDisk::setWritable(const QString &folder)
{
    return remount(folder, 0);
}

bool SmallDisk::pull(const QString &folder)
{
    return ::umount2(QFile::encodeName(folder).constData(), MNT_DETACH) == 0;
}

void SmallDisk::fill(const QString &folder)
{
    const int file =
        ::open(QFile::encodeName(filler(folder)).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const std::string block(4096, 'x');
    while (::write(file, block.data(), block.size()) > 0) { }
    ::close(file);
}

void SmallDisk::makeRoom(const QString &folder)
{
    QFile::remove(filler(folder));
}

} // namespace quanke::test
