#include "spool/contents.h"

#include "platform/folder.h"

#include <algorithm>
#include <map>

namespace quanke::spool {

namespace {

/// How far below the folder that somebody points at: data folder, vault, its spool.
constexpr int deepest = 3;

/// Where the next whole record begins, or the end: a length that was altered hides those behind it.
std::size_t nextWhole(std::string_view rest)
{
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (frontOf(rest.substr(at)).kind == Front::Kind::Whole) {
            return at;
        }
    }
    return rest.size();
}

/// Where each operation stands among the records.
using Known = std::map<std::string, std::size_t>;

void add(Contents &contents, Known &known, Found found)
{
    const auto [place, isNew] = known.emplace(found.record.label.operation, contents.records.size());
    if (isNew) {
        contents.records.push_back(std::move(found));
    } else if (contents.records[place->second].record.label.key != found.record.label.key) {
        contents.records[place->second] = std::move(found);
    }
}

void take(Contents &contents, Known &known, const std::filesystem::path &file, std::string_view bytes)
{
    if (bytes.size() < beginning.size() && beginning.starts_with(bytes)) {
        contents.damages.push_back({file, 0, Front::Kind::Torn}); // begun, and nothing was kept in it
        return;
    }
    if (!bytes.starts_with(beginning)) {
        contents.damages.push_back({file, 0, Front::Kind::Altered});
        return;
    }
    auto rest = bytes.substr(beginning.size());
    for (int number = 1; !rest.empty(); ++number) {
        auto front = frontOf(rest);
        if (front.kind == Front::Kind::Torn) {
            const auto next = nextWhole(rest);
            front = next < rest.size() ? Front{Front::Kind::Altered, next} : front;
        }
        const auto frame = rest.substr(0, front.length);
        rest.remove_prefix(front.length);
        auto record = recordOf(frame);
        if (!record) {
            contents.damages.push_back(
                {file, number, front.kind == Front::Kind::Torn ? Front::Kind::Torn : Front::Kind::Altered});
        } else {
            add(contents, known, {std::move(*record), std::string(frame), file});
        }
    }
}

std::vector<std::filesystem::path> filesAmong(std::vector<std::filesystem::path> entries)
{
    std::erase_if(entries, [](const auto &entry) { return entry.extension() != ".qks"; });
    return entries;
}

void look(const std::filesystem::path &folder, int depth, std::vector<std::filesystem::path> &spools)
{
    if (!filesOf(folder / "spool").empty()) {
        spools.push_back(folder / "spool");
    }
    const auto entries = depth < deepest ? platform::entriesOf(folder) : std::vector<std::filesystem::path>();
    if (!entries) {
        return; // nothing to be found in it
    }
    for (const auto &entry : *entries) {
        std::error_code error;
        if (std::filesystem::is_directory(std::filesystem::symlink_status(entry, error))) {
            look(entry, depth + 1, spools);
        }
    }
}

} // namespace

std::vector<std::filesystem::path> filesOf(const std::filesystem::path &folder)
{
    const auto entries = platform::entriesOf(folder);
    return entries ? filesAmong(*entries) : std::vector<std::filesystem::path>();
}

Result<Contents> contentsOf(const std::filesystem::path &folder)
{
    const auto entries = platform::entriesOf(folder);
    if (!entries && entries.failure().key != "folder.missing") {
        return Failure{"spool.io", Json::object(), entries.failure().detail};
    }
    Contents contents;
    Known known;
    for (const auto &file : entries ? filesAmong(*entries) : std::vector<std::filesystem::path>()) {
        if (const auto bytes = platform::readFile(file, largestFile)) {
            take(contents, known, file, *bytes);
        } else {
            contents.unreadable.push_back(file);
        }
    }
    return contents;
}

std::filesystem::path documentsBeside(const std::filesystem::path &spool)
{
    const auto &folder = spool.has_filename() ? spool : spool.parent_path(); // named with a slash at its end
    return folder.parent_path() / "documents";
}

std::vector<std::filesystem::path> spoolsBelow(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> spools;
    if (!filesOf(folder).empty()) {
        spools.push_back(folder); // the spool itself
    }
    look(folder, 0, spools);
    std::sort(spools.begin(), spools.end());
    return spools;
}

} // namespace quanke::spool
