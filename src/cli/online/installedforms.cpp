#include "cli/online/installedforms.h"

#include "cli/commonoptions.h"
#include "platform/folder.h"
#include "seal/digest.h"

namespace quanke::cli {

Result<PinnedCatalogue> loadPinnedCatalogue(const Arguments &arguments)
{
    const auto files = platform::readTextFiles(formsFolder(arguments), ".json");
    if (!files) {
        return files.failure();
    }
    auto catalogue = catalogue::Catalogue::load(*files);
    if (!catalogue) {
        return catalogue.failure();
    }
    return PinnedCatalogue{std::move(*catalogue), seal::sha256(catalogue::pinnedText(*files))};
}

} // namespace quanke::cli
