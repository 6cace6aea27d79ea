#include "vault/sealedfile.h"

#include "platform/durablefile.h"

#include <QFile>

namespace quanke::vault {

const QString unfinishedEnding = QStringLiteral(".part");

namespace {

std::filesystem::path pathIn(const QString &folder, const QString &name)
{
    return pathOf(folder + QLatin1Char('/') + name);
}

Result<Done> ours(Result<Done> outcome)
{
    return platform::saidBy("vault", std::move(outcome));
}

} // namespace

std::filesystem::path pathOf(const QString &name)
{
    return QFile::encodeName(name).toStdString();
}

QString nameOf(const std::filesystem::path &path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

Result<Done> writeSealedFile(const seal::Suite &suite, const seal::SecretBytes &key, const std::string &place,
    const QString &folder, const QString &name, const seal::Source &source)
{
    const auto content = [&](platform::DurableFile &file) {
        return suite.encryptStream(
            key, place, source, [&file](std::string_view bytes) { return file.append(bytes); });
    };
    return ours(platform::writeWhole(pathIn(folder, name), content, unfinishedEnding.toStdString()));
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
    return ours(platform::makeFolders(pathOf(path)));
}

Result<Done> removeFile(const QString &folder, const QString &name)
{
    return ours(platform::removeFile(pathIn(folder, name)));
}

} // namespace quanke::vault
