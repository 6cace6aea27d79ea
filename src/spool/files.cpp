#include "spool/files.h"

#include <fstream>
#include <iterator>

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
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return Failure{"spool.missing"};
    }
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    return writeFile(folder / file.filename(), bytes);
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
