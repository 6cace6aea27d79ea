#pragma once

#include "seal/suite.h"

#include <QString>

#include <filesystem>

namespace quanke::vault {

std::filesystem::path pathOf(const QString &name);
QString nameOf(const std::filesystem::path &path);

/// Seals what the source gives into `folder`/`name`, so that the file is there whole and on the disk, or not
/// there: written beside, fsync, rename, fsync of the folder. Fails: vault.disk-full, vault.io, and as the
/// source does.
Result<Done> writeSealedFile(const seal::Suite &suite, const seal::SecretBytes &key, const std::string &place,
    const QString &folder, const QString &name, const seal::Source &source);

/// Opens it again, piece by piece. Fails: vault.document-damaged (missing, cut, altered), and as the sink
/// does.
Result<Done> readSealedFile(const seal::Suite &suite, const seal::SecretBytes &key, const std::string &place,
    const QString &path, const seal::Sink &sink);

/// Makes the folder, and those it lies in, for its owner alone. Afterwards it is there after a power cut too.
Result<Done> makeFolder(const QString &path);

/// Gone for good after a power cut too.
Result<Done> removeFile(const QString &folder, const QString &name);

/// What a name ends with while the file is being written.
extern const QString unfinishedEnding;

} // namespace quanke::vault
