#include "platform/folder.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace quanke::platform {

namespace fs = std::filesystem;

Result<std::string> readFile(const fs::path &path, std::size_t limit)
{
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) {
        const bool isMissing = error == std::errc::no_such_file_or_directory;
        return Failure{
            isMissing ? "file.missing" : "file.unreadable", {{"path", path.string()}}, error.message()};
    }
    if (size > limit) {
        return Failure{"file.too-large", {{"path", path.string()}, {"limit", limit}}, {}};
    }
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    const int why = errno; // of its opening
    std::string text(size, '\0');
    if (!stream.read(text.data(), std::streamsize(size))) {
        return Failure{"file.unreadable", {{"path", path.string()}}, std::generic_category().message(why)};
    }
    return text;
}

Result<std::vector<fs::path>> entriesOf(const fs::path &folder)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        entries.push_back(entry->path());
    }
    if (error) {
        const bool isMissing = error == std::errc::no_such_file_or_directory;
        return Failure{
            isMissing ? "folder.missing" : "folder.unreadable", {{"path", folder.string()}}, error.message()};
    }
    std::ranges::sort(entries);
    return entries;
}

Result<TextFiles> readTextFiles(const fs::path &folder, const std::string &ending, const FolderLimits &limits)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return Failure{"folder.missing", {{"path", folder.string()}}, {}};
    }
    TextFiles files;
    for (auto entry = fs::recursive_directory_iterator(folder, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (!entry->is_regular_file(error) || entry->path().extension() != ending) {
            continue;
        }
        if (files.size() == limits.files) {
            return Failure{"folder.too-large", {{"path", folder.string()}, {"limit", limits.files}}, {}};
        }
        auto text = readFile(entry->path(), limits.bytesPerFile);
        if (!text) {
            return text.failure();
        }
        files.emplace(fs::relative(entry->path(), folder).generic_string(), std::move(*text));
    }
    if (error) {
        return Failure{"folder.unreadable", {{"path", folder.string()}}, error.message()};
    }
    return files;
}

} // namespace quanke::platform
