#pragma once

#include "core/casework/casefile.h"
#include "notices/collectionslip.h"

#include <string>
#include <vector>

namespace quanke::desk {

class CollectorForm;
struct DeskContext;

/// What the slip says that the collector signs: who takes which results away, `handed` by matter, and what is still open.
notices::CollectionSlipData slipOf(const DeskContext &context, const casework::CaseFile &file,
    const std::vector<std::string> &handed, const CollectorForm &form);

} // namespace quanke::desk
