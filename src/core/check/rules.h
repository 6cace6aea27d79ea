#pragma once

#include "core/check/outline.h"

namespace quanke::check {

// Each rule has a file of its own name; check.h lists what it can find.
void checkReferences(const Subject &subject, const Outlines &outlines, Findings &findings);
void checkBundles(const Subject &subject, const Outlines &outlines, Findings &findings);
void checkConditions(const Subject &subject, const Outlines &outlines, Findings &findings);
void checkConstraints(const Subject &subject, const Outlines &outlines, Findings &findings);
void checkCircles(const Subject &subject, const Outlines &outlines, Findings &findings);
void checkMaterials(const Subject &subject, const Outlines &outlines, Findings &findings);
void checkPatterns(const Subject &subject, Findings &findings);
void checkLogic(const Subject &subject, const Outlines &outlines, Findings &findings);
void checkTexts(const Subject &subject, Findings &findings);
void checkFills(const Subject &subject, const Outlines &outlines, Findings &findings);

} // namespace quanke::check
