#include "spool/aside.h"

#include "platform/folder.h"
#include "spool/contents.h"
#include "spool/files.h"

#include <algorithm>
#include <set>

namespace quanke::spool {

namespace {

constexpr std::string_view asideMark = "-aside-";
constexpr std::string_view settledMark = "-settled-";

Result<Done> giveName(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::error_code error;
    if (std::filesystem::exists(to, error)) {
        return Failure{"spool.io", Json::object(), "the name is taken"};
    }
    std::filesystem::rename(from, to, error);
    return error ? Failure{"spool.io", Json::object(), error.message()} : syncFolder(to.parent_path());
}

Aside asideIn(const std::filesystem::path &folder, std::string since)
{
    Aside aside{folder, std::move(since), 0, 1}; // where nothing can be read, nobody knows what is lost
    if (const auto contents = contentsOf(folder / "spool")) {
        const auto altered = std::ranges::count(contents->damages, Front::Kind::Altered, &Damage::kind);
        aside.operations = contents->records.size();
        aside.unreadable = std::size_t(altered) + contents->unreadable.size();
    }
    return aside;
}

bool isAboutOneFile(const Failure &failure)
{
    return failure.key == "spool.unreadable";
}

std::set<std::filesystem::path> documentsOf(const Contents &contents, const std::filesystem::path &folder)
{
    std::set<std::filesystem::path> documents;
    for (const Found &found : contents.records) {
        for (const auto &name : found.record.label.documents) {
            documents.insert(folder / name);
        }
    }
    return documents;
}

/// One that is gone keeps nothing else back: the gateway says which it lacks. Nor does one that cannot be read, but it is
/// told.
template <class Files>
Result<Done> copyAll(const Files &files, const std::filesystem::path &folder)
{
    Result<Done> outcome = Done{};
    for (const auto &file : files) {
        auto copied = copyFile(file, folder);
        if (copied || copied.failure().key == "spool.missing") {
            continue;
        }
        outcome = outcome ? copied : outcome;
        if (!isAboutOneFile(copied.failure())) {
            return copied;
        }
    }
    return outcome;
}

} // namespace

Result<std::filesystem::path> putAside(const std::filesystem::path &folder, const std::string &since)
{
    const std::filesystem::path place = folder.string() + std::string(asideMark) + since;
    const auto renamed = giveName(folder, place);
    return renamed ? Result<std::filesystem::path>(place) : renamed.failure();
}

std::vector<Aside> asidesOf(const std::filesystem::path &folder)
{
    std::vector<Aside> asides;
    const auto begins = folder.filename().string() + std::string(asideMark);
    const auto entries = platform::entriesOf(folder.parent_path());
    if (!entries) {
        return asides;
    }
    for (const auto &entry : *entries) {
        const auto name = entry.filename().string();
        if (name.starts_with(begins)) {
            asides.push_back(asideIn(entry, name.substr(begins.size())));
        }
    }
    std::ranges::sort(asides, {}, &Aside::since);
    return asides;
}

Result<Done> copyTo(const Aside &aside, const std::filesystem::path &folder)
{
    const auto place = folder / ("quanke-rescue-" + aside.since);
    const auto contents = contentsOf(aside.folder / "spool");
    auto made = contents ? makeFolder(place) : contents.failure();
    for (const char *name : {"spool", "documents"}) {
        made = made ? makeFolder(place / name) : made;
    }
    if (!made) {
        return made;
    }
    auto copied = copyAll(documentsOf(*contents, aside.folder / "documents"), place / "documents");
    const auto files = copied || isAboutOneFile(copied.failure())
        ? copyAll(filesOf(aside.folder / "spool"), place / "spool")
        : copied;
    return copied ? files : copied;
}

Result<Done> settle(const Aside &aside)
{
    auto name = aside.folder.filename().string();
    name.replace(name.find(asideMark), asideMark.size(), settledMark);
    return giveName(aside.folder, aside.folder.parent_path() / name);
}

} // namespace quanke::spool
