#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::lint {

/// A text file of the repository.
struct Source {
    std::string path; ///< relative to the repository, "src/core/base/json.h"
    std::string text;

    std::string folder() const;
    bool hasEnding(std::string_view ending) const { return path.ends_with(ending); }
    bool isBelow(std::string_view folder) const { return path.starts_with(folder); }
    bool isCpp() const { return hasEnding(".cpp") || hasEnding(".h"); }
};

/// All files that are ours to write below the named folders (or the named files themselves), in the order of
/// their paths; pictures and sample documents are left out.
std::vector<Source> readSources(
    const std::filesystem::path &repository, const std::vector<std::string> &names);

std::vector<std::string_view> linesOf(std::string_view text);

/// The text of a C++ file with every comment turned into spaces: same lines, same columns.
std::string withoutComments(std::string_view text);

/// The same with the contents of string and character literals turned into spaces as well.
std::string withoutCommentsAndLiterals(std::string_view text);

} // namespace quanke::lint
