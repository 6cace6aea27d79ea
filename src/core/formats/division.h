#pragma once

#include "core/base/localtext.h"
#include "core/catalogue/catalogue.h"

#include <string_view>

namespace quanke::formats {

/// Whether a division code (GB/T 2260: 6 digits; with township and village 12) may exist, as far as the list
/// tells.
///
/// No hall carries the whole country, so a list counts as complete only where it goes: a code that stands in
/// it is known; one that does not is unknown if the list names any other division below the same parent, else
/// the parent decides. The 34 provinces are always known (and 83, the address code of 台湾 in residence
/// permits). With the demo hall's list 409912 is unknown, since the list knows 409900, and 422822 is known,
/// since it says nothing of 42.
bool isKnownDivision(std::string_view code, const catalogue::ById<LocalText> *list);

} // namespace quanke::formats
