#pragma once

#include "vault/draft.h"

namespace quanke::desk {

/// The kind of source (Draft::sources) that a material has whose original the clerk has seen.
extern const std::string attestedKind;

/// Whoever handed the case on by a file has seen its originals; who goes on with it has not.
void forgetOthersAttestations(vault::Draft &draft);

} // namespace quanke::desk
