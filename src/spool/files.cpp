#include "spool/files.h"

#include "platform/folder.h"
#include "spool/contents.h"

namespace quanke::spool {

namespace {

template <class T>
Result<T> ours(Result<T> outcome)
{
    return platform::saidBy("spool", std::move(outcome));
}

} // namespace

Result<DurableFile> makeFile(const std::filesystem::path &path)
{
    return ours(DurableFile::make(path));
}

Result<Done> append(DurableFile &file, std::string_view bytes)
{
    auto written = file.append(bytes);
    return ours(written ? file.sync() : written);
}

Result<Done> writeFile(const std::filesystem::path &path, std::string_view bytes)
{
    return ours(platform::writeWhole(path, [bytes](DurableFile &file) { return file.append(bytes); }));
}

Result<Done> copyFile(const std::filesystem::path &file, const std::filesystem::path &folder)
{
    const auto bytes = platform::readFile(file, largestFile);
    if (!bytes) {
        const bool isMissing = bytes.failure().key == "file.missing";
        return Failure{isMissing ? "spool.missing" : "spool.unreadable", {{"file", file.filename().string()}},
            bytes.failure().detail};
    }
    return writeFile(folder / file.filename(), *bytes);
}

Result<Done> removeFile(const std::filesystem::path &path)
{
    return ours(platform::removeFile(path));
}

Result<Done> makeFolder(const std::filesystem::path &folder)
{
    return ours(platform::makeFolder(folder));
}

Result<Done> syncFolder(const std::filesystem::path &folder)
{
    return ours(platform::syncFolder(folder));
}

} // namespace quanke::spool
