#pragma once

#include "core/casework/calendar.h"
#include "core/catalogue/catalogue.h"

#include <memory>

namespace quanke::test {

/// The repository's forms and calendar, read once for every gateway that a test opens.
struct Definitions {
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    casework::Calendar calendar;

    /// Ends the test program where they cannot be read.
    static Definitions load();
};

} // namespace quanke::test
