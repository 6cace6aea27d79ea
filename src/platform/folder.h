#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace quanke::platform {

/// The text files below a folder, by their path relative to it ("matters/HT-01.json").
using TextFiles = std::map<std::string, std::string>;

/// What one reading takes in at most.
struct FolderLimits {
    std::size_t files = 200'000;
    std::size_t bytesPerFile = 8 * 1024 * 1024;
};

/// Reads every file with that ending (".json") below the folder. Fails as a whole (folder.missing,
/// folder.unreadable, folder.too-large, with "path").
Result<TextFiles> readTextFiles(
    const std::filesystem::path &folder, const std::string &ending, const FolderLimits &limits = {});

/// What lies in the folder itself, by name. Fails: folder.missing, folder.unreadable (with "path"), and then as a whole.
Result<std::vector<std::filesystem::path>> entriesOf(const std::filesystem::path &folder);

/// One file whole, up to the limit (file.missing, file.unreadable, file.too-large, with "path").
Result<std::string> readFile(const std::filesystem::path &path, std::size_t limit = 64 * 1024 * 1024);

} // namespace quanke::platform
