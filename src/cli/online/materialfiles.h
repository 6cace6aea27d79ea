#pragma once

#include "core/base/result.h"
#include "core/form/composition.h"
#include "vault/document.h"

#include <string>
#include <vector>

namespace quanke::cli {

/// A file handed in for a material.
struct MaterialFile {
    std::string material; ///< "MH06"
    std::string path;
    vault::StoredDocument document;
};

/// The files of a folder whose names begin with the id of one of the form's materials ("MH06.pdf", "MH06-2 页.jpg"), by
/// name; others are left alone. Fails: folder.missing, file.*, document.unknown-kind, document.too-large ("path").
Result<std::vector<MaterialFile>> readMaterialFiles(
    const std::string &folder, const form::Composition &composition);

/// Puts references to the files behind those the values hold already, each digest once.
void addReferences(Json &values, const std::vector<MaterialFile> &files);

} // namespace quanke::cli
