#include "lint/sizerules.h"

#include <map>

namespace quanke::lint {

namespace {

constexpr int linesOfSource = 500;
constexpr int linesOfHeader = 250;
constexpr int filesOfFolder = 30;
constexpr int linesOfFunction = 60;

/// Our layout opens a function's body with a brace alone on its line, and closes it with one as far in.
void findLongFunctions(const Source &source, Findings &findings)
{
    const std::string code = withoutCommentsAndLiterals(source.text);
    const auto lines = linesOf(code);
    for (std::size_t begin = 0; begin < lines.size(); ++begin) {
        const std::size_t indent = lines[begin].find('{');
        if (indent == std::string_view::npos || lines[begin].find_first_not_of(' ') != indent
            || lines[begin].size() != indent + 1) {
            continue;
        }
        const std::string closing = std::string(indent, ' ') + '}';
        std::size_t end = begin + 1;
        while (end < lines.size() && lines[end] != closing) {
            ++end;
        }
        const int length = int(end - begin) - 1;
        if (length > linesOfFunction) {
            findings.push_back(
                {source.path, int(begin), "a function of " + std::to_string(length) + " lines"});
        }
        begin = end;
    }
}

} // namespace

SizeFindings checkSizes(const std::vector<Source> &sources)
{
    SizeFindings findings;
    std::map<std::string, int> filesByFolder;
    for (const Source &source : sources) {
        if (!source.isCpp()) {
            continue;
        }
        ++filesByFolder[source.folder()];
        const int lines = int(linesOf(source.text).size());
        const int limit = source.hasEnding(".h") ? linesOfHeader : linesOfSource;
        if (lines > limit) {
            findings.tooLarge.push_back(
                {source.path, 0, std::to_string(lines) + " lines, more than " + std::to_string(limit)});
        }
        findLongFunctions(source, findings.toLookAt);
    }
    for (const auto &[folder, files] : filesByFolder) {
        if (files > filesOfFolder) {
            findings.tooLarge.push_back(
                {folder, 0, std::to_string(files) + " sources, more than " + std::to_string(filesOfFolder)});
        }
    }
    return findings;
}

} // namespace quanke::lint
