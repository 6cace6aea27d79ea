#pragma once

#include "core/casework/casefile.h"

#include <QString>

namespace quanke::desk {

struct DeskContext;

/// What a case is called: its only matter, or its bundle.
QString titleOf(const DeskContext &context, const casework::CaseFile &file);

} // namespace quanke::desk
