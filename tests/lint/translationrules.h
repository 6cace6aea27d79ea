#pragma once

#include "lint/finding.h"

#include <filesystem>
#include <string_view>

namespace quanke::lint {

/// What is missing in one .ts file (its text): unfinished, vanished or empty translations, placeholders that
/// differ.
Findings checkTranslation(const std::string &path, std::string_view text);

/// What the sources say that the .ts file does not know: runs lupdate on a copy. Fails with one finding where
/// lupdate does.
Findings checkTranslationIsUpToDate(
    const std::filesystem::path &repository, const std::filesystem::path &file);

} // namespace quanke::lint
