#include "cli/online/materialfiles.h"

#include "core/casework/filereference.h"
#include "platform/folder.h"
#include "seal/digest.h"

#include <algorithm>
#include <filesystem>

namespace quanke::cli {

namespace {

namespace fs = std::filesystem;

bool isPartOfId(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z');
}

/// The material a file's name begins with; empty when it is none of the form's.
std::string materialOf(const std::string &fileName, const form::Composition &composition)
{
    const std::string id(fileName.begin(), std::ranges::find_if_not(fileName, isPartOfId));
    const auto found = std::ranges::find(composition.materials, id, &form::ComposedMaterial::id);
    return found == composition.materials.end() ? std::string() : id;
}

Result<vault::StoredDocument> documentAt(const fs::path &path)
{
    const auto bytes = platform::readFile(path, casework::largestDocument);
    if (!bytes) {
        const bool tooLarge = bytes.failure().key == "file.too-large";
        return tooLarge ? Failure{"document.too-large", bytes.failure().arguments} : bytes.failure();
    }
    const auto mediaType = casework::mediaTypeOf(*bytes);
    if (mediaType.empty()) {
        return Failure{"document.unknown-kind", {{"path", path.string()}}};
    }
    vault::StoredDocument document;
    document.sha256 = seal::sha256(*bytes);
    document.size = bytes->size();
    document.meta.mediaType = std::string(mediaType);
    document.meta.name = path.filename().string();
    return document;
}

} // namespace

Result<std::vector<MaterialFile>> readMaterialFiles(
    const std::string &folder, const form::Composition &composition)
{
    const auto paths = platform::entriesOf(folder);
    if (!paths) {
        return paths.failure();
    }
    std::vector<MaterialFile> files;
    for (const auto &path : *paths) {
        std::error_code error;
        if (!fs::is_regular_file(path, error) || materialOf(path.filename().string(), composition).empty()) {
            continue;
        }
        auto document = documentAt(path);
        if (!document) {
            return document.failure();
        }
        files.push_back(
            {materialOf(path.filename().string(), composition), path.string(), std::move(*document)});
    }
    return files;
}

void addReferences(Json &values, const std::vector<MaterialFile> &files)
{
    for (const auto &file : files) {
        auto &references = values[file.material];
        if (!references.is_array()) {
            references = Json::array();
        }
        const bool isThere = std::ranges::any_of(references,
            [&file](const Json &reference) { return reference.value("sha256", "") == file.document.sha256; });
        if (!isThere) {
            auto reference = vault::fileReference(file.document);
            reference.erase("pages"); // nobody has counted them
            references.push_back(std::move(reference));
        }
    }
}

} // namespace quanke::cli
