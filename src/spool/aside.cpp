#include "spool/aside.h"

#include "spool/contents.h"
#include "spool/files.h"

#include <algorithm>

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
    Aside aside{folder, std::move(since), 0, 0};
    const auto contents = contentsOf(folder / "spool");
    if (contents) {
        aside.operations = contents->records.size();
        aside.unreadable = std::size_t(std::ranges::count_if(
            contents->damages, [](const Damage &damage) { return damage.kind == Front::Kind::Altered; }));
    }
    return aside;
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
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder.parent_path(), error)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(begins)) {
            asides.push_back(asideIn(entry.path(), name.substr(begins.size())));
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
    for (const Found &found : contents->records) {
        for (const auto &document : found.record.label.documents) {
            // One that is gone keeps nothing else back: the gateway says which it lacks.
            const auto copied = copyFile(aside.folder / "documents" / document, place / "documents");
            if (!copied && copied.failure().key != "spool.missing") {
                return copied;
            }
        }
    }
    for (const auto &file : filesOf(aside.folder / "spool")) {
        if (auto copied = copyFile(file, place / "spool"); !copied) {
            return copied;
        }
    }
    return Done{};
}

Result<Done> settle(const Aside &aside)
{
    auto name = aside.folder.filename().string();
    name.replace(name.find(asideMark), asideMark.size(), settledMark);
    return giveName(aside.folder, aside.folder.parent_path() / name);
}

} // namespace quanke::spool
