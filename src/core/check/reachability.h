#pragma once

#include "core/check/outline.h"

#include <map>

namespace quanke::check {

/// The values a key can take, where they can be counted: the options of a situation, the codes of a field and its being
/// empty. Keys that are not here may hold anything.
using Domains = std::map<std::string, std::vector<Json>, std::less<>>;

/// Of all situations, and of the fields that the given matters declare.
Domains domainsOf(const Subject &subject, const std::vector<const Outline *> &outlines);

/// Whether some answers and values make all guards hold; true as well when that cannot be counted out.
bool isReachable(const Guards &guards, const Domains &domains);

} // namespace quanke::check
