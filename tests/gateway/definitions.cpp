#include "gateway/definitions.h"

#include "platform/folder.h"
#include "support/must.h"

namespace quanke::test {

Definitions Definitions::load()
{
    const auto files = must(platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json"));
    const auto days = must(platform::readTextFiles(QUANKE_SOURCE_DIR "/forms/calendar", ".json"));
    return {std::make_shared<const catalogue::Catalogue>(must(catalogue::Catalogue::load(files))),
        must(casework::Calendar::load(days))};
}

} // namespace quanke::test
