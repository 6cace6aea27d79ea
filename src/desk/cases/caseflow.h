#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/standing.h"
#include "notices/flowlayout.h"
#include "notices/flowpainter.h"

class QPalette;

namespace quanke::desk {

struct DeskContext;

/// What the drawing of a case shows.
struct CaseFlow {
    notices::FlowGraph graph;
    notices::FlowPicture picture;
};

/// The case's matters by stages, with their lights as they stand today.
CaseFlow flowOf(const DeskContext &context, const Standings &standings, const casework::CaseFile &file);

/// The desk's colours for the drawing.
notices::FlowPalette flowPalette(const QPalette &palette);

} // namespace quanke::desk
