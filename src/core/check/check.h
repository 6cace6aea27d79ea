#pragma once

#include "core/catalogue/catalogue.h"
#include "core/check/finding.h"

#include <functional>

namespace quanke::check {

/// The SHA-256 of bytes in lower-case hexadecimal; core has none of its own.
using Digest = std::function<std::string(std::string_view)>;

/// Everything that can be told to be wrong with a set of definitions before anybody works with it. Empty: it can be
/// published. Keys of findings, by the file of the rule:
///   shape        json.*, definition.*, calendar.malformed
///   references   reference.department, .role, .element, .situation, .material, .matter, .key, .mismatch; provided.no-output
///   bundles      bundle.version, .digest, .situation-missing, .situation-unused, .role-missing, .uncovered-dependency
///   conditions   condition.vacuous, .undeclared, .not-always-shown, .unreachable; required.undeclared
///   constraints  constraint.contradiction, constraint.empty
///   circles      dependency.circle, condition.circle
///   materials    material.unused, .need, .tolerance, .required
///   patterns     pattern.refused, .not-portable; format.unknown, .no-pattern
///   logic        logic.unknown-operator, .arguments, .undeclared, .target, .severity
///   texts        message.missing, .one-language, .placeholders; text.language-missing
///   fills        fills.key, .answer, .value
std::vector<Finding> check(const catalogue::DefinitionFiles &files, const Digest &digest);

} // namespace quanke::check
