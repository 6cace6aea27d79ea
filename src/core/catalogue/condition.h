#pragma once

#include "core/base/json.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace quanke::catalogue {

/// What a condition says when not everything it asks about is known.
enum class Truth { No, Yes, Open };

/// What is known of keys: their value, or null for a key that is known to be absent. Keys that are not here
/// are unknown.
using KnownValues = std::map<std::string, Json, std::less<>>;

/// A condition (a schema over the object of all values) under what is known; keywords beyond properties,
/// required, const, enum, type and their combinations leave it open.
Truth evaluate(const Json &condition, const KnownValues &known);

/// The same of one value.
Truth fits(const Json &value, const Json &schema);

/// The keys a condition asks about.
void collectKeys(const Json &condition, std::set<std::string> &into);

} // namespace quanke::catalogue
