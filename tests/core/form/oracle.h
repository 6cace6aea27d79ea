#pragma once

#include "core/base/json.h"

#include <QStringList>

#include <set>
#include <string>
#include <vector>

namespace quanke::test {

/// A schema, and values to hold against it.
struct OracleCase {
    Json schema;
    Json values;
};

using Problems = std::set<std::string>; ///< "field[/row][/column]:keyword"

/// What Debian's python3-jsonschema (2020-12) finds wrong, one set for each case; empty when it cannot be run.
std::vector<Problems> askPython(const std::vector<OracleCase> &cases);
/// The same of Debian's node-ajv (draft-07, the schemas rewritten).
std::vector<Problems> askAjv(const std::vector<OracleCase> &cases);

/// "a:type, b/1/c:required"
std::string listed(const Problems &problems);

} // namespace quanke::test
