#include "spool/mirrorchoice.h"

#include "platform/folder.h"
#include "spool/files.h"

namespace quanke::spool {

namespace {

std::filesystem::path choiceFile(const std::filesystem::path &folder)
{
    return folder / "mirror.json";
}

} // namespace

Result<Done> keepChoice(const std::filesystem::path &folder, const std::optional<MirrorChoice> &choice)
{
    if (!choice) {
        return removeFile(choiceFile(folder));
    }
    return writeFile(
        choiceFile(folder), canonicalText({{"folder", choice->folder}, {"device", choice->device}}));
}

std::optional<MirrorChoice> choiceBeside(const std::filesystem::path &folder)
{
    const auto text = platform::readFile(choiceFile(folder));
    const auto json = text ? parseJson(*text) : text.failure();
    if (!json || !json->is_object()) {
        return {};
    }
    const auto member = [&json](const char *name) {
        const auto found = json->find(name);
        return found != json->end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const MirrorChoice choice{member("folder"), member("device")};
    return choice.folder.empty() || choice.device.empty() ? std::nullopt : std::optional(choice);
}

} // namespace quanke::spool
