#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace quanke::spool {

/// Where a desk wants its mirror, in a file beside its store: what a store that is damaged can tell nobody any more.
struct MirrorChoice {
    std::string folder; ///< as chosen, UTF-8
    std::string device; ///< whose mirror lies there, which shows that it is the same disk

    bool operator==(const MirrorChoice &) const = default;
};

/// Beside the store of that folder. None: no mirror is wanted. Fails as files.h.
Result<Done> keepChoice(const std::filesystem::path &folder, const std::optional<MirrorChoice> &choice);
/// None, too, where it cannot be read.
std::optional<MirrorChoice> choiceBeside(const std::filesystem::path &folder);

} // namespace quanke::spool
