#include "vault/sealedfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quanke::vault {

const QString unfinishedEnding = QStringLiteral(".part");

namespace {

/// An open file that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

Failure failureOfErrno()
{
    const int error = errno;
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return {full             ? "vault.disk-full"
            : error == EROFS ? "vault.read-only"
                             : "vault.io",
        {}, std::strerror(error)};
}

Result<Done> writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return failureOfErrno();
        }
        bytes.remove_prefix(std::size_t(written));
    }
    return Done{};
}

Result<Done> syncFolder(const QString &folder)
{
    const Descriptor directory(
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.number() < 0 || ::fsync(directory.number()) != 0) {
        return failureOfErrno();
    }
    return Done{};
}

Result<Done> writeAside(const seal::Suite &suite, const seal::SecretBytes &key, const std::string &place,
    const QByteArray &path, const seal::Source &source)
{
    const Descriptor file(::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.number() < 0) {
        return failureOfErrno();
    }
    const auto sink = [&](std::string_view bytes) { return writeAll(file.number(), bytes); };
    if (auto sealed = suite.encryptStream(key, place, source, sink); !sealed) {
        return sealed;
    }
    if (::fsync(file.number()) != 0) {
        return failureOfErrno();
    }
    return Done{};
}

} // namespace

Result<Done> writeSealedFile(const seal::Suite &suite, const seal::SecretBytes &key, const std::string &place,
    const QString &folder, const QString &name, const seal::Source &source)
{
    const QByteArray path = QFile::encodeName(folder + QLatin1Char('/') + name);
    const QByteArray aside = path + QFile::encodeName(unfinishedEnding);
    auto written = writeAside(suite, key, place, aside, source);
    if (written && std::rename(aside.constData(), path.constData()) != 0) {
        written = failureOfErrno();
    }
    if (!written) {
        ::unlink(aside.constData());
        return written;
    }
    return syncFolder(folder);
}

Result<Done> readSealedFile(const seal::Suite &suite, const seal::SecretBytes &key, const std::string &place,
    const QString &path, const seal::Sink &sink)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure{"vault.document-damaged", {}, "missing"};
    }
    const auto source = [&](char *into, std::size_t most) -> Result<std::size_t> {
        const qint64 count = file.read(into, qint64(most));
        if (count < 0) {
            return Failure{"vault.io", {}, file.errorString().toStdString()};
        }
        return std::size_t(count);
    };
    auto opened = suite.decryptStream(key, place, source, sink);
    if (!opened && opened.failure().key.starts_with("seal.")) {
        return Failure{"vault.document-damaged", {}, opened.failure().key};
    }
    return opened;
}

Result<Done> makeFolder(const QString &path)
{
    const QString outer = QFileInfo(path).absolutePath();
    if (QFileInfo(path).isDir()) {
        static_cast<void>(
            syncFolder(outer)); // whoever made it may have been killed before that; it need not be ours
        return Done{};
    }
    if (auto made = makeFolder(outer); !made) {
        return made;
    }
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0) {
        return failureOfErrno();
    }
    return syncFolder(outer);
}

Result<Done> removeFile(const QString &folder, const QString &name)
{
    const QByteArray path = QFile::encodeName(folder + QLatin1Char('/') + name);
    if (::unlink(path.constData()) != 0 && errno != ENOENT) {
        return failureOfErrno();
    }
    return syncFolder(folder);
}

} // namespace quanke::vault
