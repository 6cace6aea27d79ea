#pragma once

#include "gateway/store/database.h"
#include "seal/suite.h"

#include <memory>
#include <string>

namespace quanke::gateway {

/// Whether a store has keys or operators already.
enum class Use { New, Used };

/// The suite that the hall seals and signs with: chosen when its store is made, fixed from then on, since its keys and what
/// desks hold are of it. `wanted` may be empty: whichever it is, of a new store "sodium", which one from before there was a
/// choice has too.
/// Fails: suite.unknown ("given"), suite.fixed ("given", "stands"), and as the database does.
Result<std::shared_ptr<const seal::Suite>> hallSuite(Database &database, const std::string &wanted, Use use);

} // namespace quanke::gateway
