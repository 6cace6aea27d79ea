#pragma once

#include "core/catalogue/catalogue.h"
#include "platform/folder.h"

#include <string>

namespace quanke::test {

/// The definitions of this repository, loaded.
inline Result<catalogue::Catalogue> ourForms()
{
    auto files = platform::readTextFiles(std::string(QUANKE_SOURCE_DIR) + "/forms", ".json");
    return files ? catalogue::Catalogue::load(*files) : Result<catalogue::Catalogue>(files.failure());
}

/// A JSON file of this repository.
inline Json jsonFile(const std::string &path)
{
    const auto text = platform::readFile(std::string(QUANKE_SOURCE_DIR) + "/" + path);
    auto json = text ? parseJson(*text) : Result<Json>(text.failure());
    return json ? *json : Json();
}

} // namespace quanke::test
